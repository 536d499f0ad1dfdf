import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run, withFolder } from '../support.mjs';

const html = `<h2>Springs</h2><p>Twice a month, at <em>new</em> and full moon.</p>
<figure class="kg-card kg-image-card"><img src="/spring.png" alt="A beach"><figcaption>Low water at <b>Brest</b></figcaption></figure>
<figure class="kg-card kg-bookmark-card"><a href="https://moon.test/"><div>The Moon</div></a></figure>
<pre><code class="language-js">const tide = 1;</code></pre><iframe src="https://video.test/1"></iframe>`;
const posts = [
  { slug: 'springs', title: 'Springs: "twice" a month', published_at: '2026-11-30', tags: ['moon'], html },
  { slug: '../neaps', title: 'Neaps', html: '<p>x' },
  { slug: 'empty', title: 'Empty', html: null },
];

test('writes each post, and names those that fail', () =>
  withFolder({ 'export.json': JSON.stringify({ posts }) }, async (folder) => {
    const content = join(folder, 'content');
    const { status, stdout, stderr } = await run(
      new URL('migrate.mjs', import.meta.url),
      join(folder, 'export.json'),
      content,
    );
    assert.deepEqual({ status, stdout }, { status: 0, stdout: `1 of 3 posts in ${content}\n` });
    assert.match(stderr, /^\.\.\/neaps: Expected a slug .*\nempty: null is not a string.*\n$/);
    assert.equal(
      readFileSync(join(content, 'springs.md'), 'utf8'),
      `---
title: "Springs: \\"twice\\" a month"
date: "2026-11-30"
tags: ["moon"]
---

## Springs

Twice a month, at _new_ and full moon.

![Low water at Brest](/spring.png)

{{< bookmark "https://moon.test/" >}}

\`\`\`js
const tide = 1;
\`\`\`

<iframe src="https://video.test/1"></iframe>
`,
    );
  }));
