'use strict';
// A handler for SIGTERM runs while the pool is busy; without one the signal ends the process as ever.
const { load, article } = require('./support.cjs');

const { convert } = load();
for (let i = 0; i < 200; i++) convert(article(20));
if (process.argv[2] === 'handled') {
  process.on('SIGTERM', () => {
    console.log('ok');
    process.exit(3);
  });
}
process.kill(process.pid, 'SIGTERM');
