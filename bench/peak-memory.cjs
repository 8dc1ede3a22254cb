process.on('exit', () => {
  process.stderr.write(`\npeak-kib=${process.resourceUsage().maxRSS}\n`);
});
