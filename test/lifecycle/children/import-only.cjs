'use strict';
// Loading the package leaves nothing open.
require('./support.cjs').load();
console.log('ok');
