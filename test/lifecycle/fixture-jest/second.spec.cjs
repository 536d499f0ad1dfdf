'use strict';
require('./shared.cjs')('second');
