'use strict';
// process.exit with 500 calls in flight ends at once, with its code.
const { load, article } = require('./support.cjs');

const { convert } = load();
for (let i = 0; i < 500; i++) convert(article(20));
setTimeout(() => {
  console.log('ok');
  process.exit(7);
}, 5);
