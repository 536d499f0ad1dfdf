// Required before all else: each result takes its time to be written.
const { syncBuiltinESMExports } = require('node:module');
const files = require('node:fs/promises');
const { setTimeout } = require('node:timers/promises');

const { rename } = files;
files.rename = async (from, to) => {
  await setTimeout(200);
  return rename(from, to);
};
syncBuiltinESMExports();
