'use strict';
// An idle pool keeps no process open, and a call in flight does: the program ends by itself, after the answer.
const { load, article } = require('./support.cjs');

const { convert } = load();
convert(article(50))
  .then(() => convert('<i>second</i>'))
  .then((markdown) => console.log(markdown === '*second*' ? 'ok' : markdown));
