'use strict';
require('./shared.cjs')('first');
