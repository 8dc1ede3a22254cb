// Hands on what others export.
const { pack } = require('./pack');
const { post, report } = require('./send.js');
module.exports = { pack, post, report };
