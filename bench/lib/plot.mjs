// A plot as SVG, without a browser.
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { theme } from './theme.mjs';

/** @param {object} spec - of Vega-Lite */
export async function renderPlot(spec) {
  const view = new View(parse(compile(spec, { config: theme }).spec), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}
