exports.pack = (data) => Buffer.from(data).toString('base64');
