// The ES module is a view of the CommonJS one.
import TurndownService from './turndown.js';

export default TurndownService;
