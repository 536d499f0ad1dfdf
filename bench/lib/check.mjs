// Before anything is timed: does each driver give back the words of the pages?
import { availableParallelism } from 'node:os';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { start } from './contender.mjs';

const enough = 0.8;
const timeout = 120_000;

/**
 * Converts the pages once with every driver that a measure uses.
 *
 * @returns the drivers, each with the share of words found again, or `failed`, the reason why it is not measured.
 */
export async function checkDrivers(drivers, measures, pages) {
  const used = drivers.filter(({ name }) => measures.some((measure) => measure.drivers?.includes(name) ?? true));
  console.error(`Checking what ${used.length} drivers make of ${pages.length} pages`);
  const wanted = pages.map(({ html }) => count(toText(withoutHidden(fromHtml(html)))));
  const files = pages.map(({ file }) => file);
  const checked = [];
  const queue = [...used.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [place, driver] = next;
      checked[place] = { ...driver, ...(await check(driver, files, wanted)) };
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return checked;
}

async function check({ name, root }, files, wanted) {
  let contender;
  try {
    contender = await start(name, 'check', { root, setup: { files } });
    const made = await contender.ask({}, { timeout });
    const found = made.map((markdown, page) => share(wanted[page], count(markdown.replaceAll('\\', ''))));
    const least = Math.min(...found);
    if (least >= enough) return { words: least };
    return { failed: `of one page only ${Math.round(least * 100)} % of the words come back` };
  } catch (error) {
    return { failed: error.message };
  } finally {
    await contender?.stop();
  }
}

/** The tree without what its author hid: some converters leave it out, rightly. `toText` knows the rest of what is not seen. */
function withoutHidden(node) {
  if (node.children === undefined) return node;
  return { ...node, children: node.children.filter((child) => !isHidden(child)).map(withoutHidden) };
}

function isHidden({ properties }) {
  return properties?.hidden || /display:\s*none/.test(properties?.style);
}

/** How often each word occurs. */
function count(text) {
  const counts = new Map();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function share(wanted, made) {
  let all = 0;
  let found = 0;
  for (const [word, times] of wanted) {
    all += times;
    found += Math.min(times, made.get(word) ?? 0);
  }
  return all === 0 ? 1 : found / all;
}
