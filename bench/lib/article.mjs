// An ordinary article of any size: headings, paragraphs with links and emphasis, lists, a table, code, a quotation. The same
// size gives the same article, in ASCII, so that characters are bytes.
const words =
  `tide water harbour moon current shore level gauge chart spring neap ebb flow estuary channel sand wind pressure hour
day month range high low station record forecast pilot vessel depth buoy light coast island river mouth bar surge measure table
constant phase height datum the a of in and with for at by from over under between rises falls turns runs holds shows follows
carries meets leaves often slowly twice never nearly about`.split(/\s+/);

// Beyond this the text starts again: more than any cache or branch predictor remembers.
const PERIOD = 1_000_000;
const SECTION = 850;

const head = '<!DOCTYPE html><html lang="en"><head><title>Tides</title></head><body><main><h1>Tides</h1>\n';

/** An article of about so many bytes, at least one section. */
export function article(bytes) {
  return articleParts(bytes)
    .map(([piece, times]) => piece.repeat(times))
    .join('');
}

/** The same as pieces, each so many times, for whoever must not hold it twice. */
export function articleParts(bytes) {
  const random = randomFrom(7);
  let body = section(random, 0);
  for (let i = 1; body.length < Math.min(bytes, PERIOD) - SECTION / 2; i++) body += section(random, i);
  return [
    [head, 1],
    [body, Math.max(1, Math.round(bytes / body.length))],
    ['</main></body></html>', 1],
  ];
}

function section(random, index) {
  const some = (count) => Array.from({ length: count }, () => words[random(words.length)]).join(' ');
  const sentence = () => `The ${some(6 + random(12))}.`;
  const link = () => `<a href="/wiki/${some(1)}_${random(1000)}" title="${some(2)}">${some(2)}</a>`;
  const paragraph = () =>
    `<p class="text">${sentence()} ${sentence()} A ${link()} ${some(5)} <b>${some(2)}</b>, ${some(4)} <em>${some(1)}</em> &amp; ${some(6)} ${link()}. ${sentence()}</p>\n`;
  const times = (count, make) => Array.from({ length: count }, make).join('');
  const items = (tag) => `<${tag}>\n${times(3, () => `<li>${some(5)} ${link()}</li>\n`)}</${tag}>\n`;
  const row = (cell) => `<tr>${times(4, () => `<${cell}>${some(2)}</${cell}>`)}</tr>\n`;
  const extras = [
    () => items('ul'),
    () => items('ol'),
    () => `<table class="data">\n${row('th')}${row('td')}${row('td')}${row('td')}</table>\n`,
    () =>
      `<pre><code class="language-js">const ${some(1)} = level(${random(100)});\nif (${some(1)} &lt; 3) wait();</code></pre>\n`,
    () => `<blockquote>${paragraph()}</blockquote>\n`,
    () => `<p><img src="/img/${random(1000)}.png" alt="${some(2)}" width="320" height="200"></p>\n`,
  ];
  return `<h2 id="s${index}">${some(3)}</h2>\n${paragraph()}${extras[index % extras.length]()}`;
}

// mulberry32: Math.random() cannot be seeded.
function randomFrom(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}
