import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, createServer, type Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium';
import { serve } from './serve';

// The playground as it is built, in Chromium. Where there is none, these are left out.
const inChromium = chromiumPath === undefined ? describe.skip : describe;

inChromium('the playground in Chromium', () => {
  let server: Server;
  let address: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let hosts: Set<string>;
  let troubles: string[];
  // What goes to other hosts arrives here. Chromium tells of requests too that a policy has stopped.
  let elsewhere: NetServer;
  let arrived = 0;

  beforeAll(async () => {
    ({ server, address } = await serve(join(__dirname, '..', '..', 'build', 'site', 'html')));
    elsewhere = createServer((socket) => {
      arrived++;
      socket.destroy();
    });
    await new Promise<void>((listening) => void elsewhere.listen(0, '127.0.0.1', listening));
    const { port } = elsewhere.address() as AddressInfo;
    browser = await chromium.launch({
      executablePath: chromiumPath as string,
      args: ['--no-sandbox', `--host-resolver-rules=MAP *.test 127.0.0.1:${port}`],
    });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    elsewhere.close();
  });

  beforeEach(async () => {
    hosts = new Set();
    troubles = [];
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    context.on('response', (response) => {
      if (!/^(?:data|blob|about):/.test(response.url())) hosts.add(new URL(response.url()).origin);
    });
    context.setDefaultTimeout(300_000); // no test is about time
    page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(`${address}/playground`);
    await ready(page);
  });

  async function ready(shown: Page): Promise<void> {
    await shown.locator('.playground[data-ready=true]').waitFor({ timeout: 120_000 });
    await shown.locator('#made textarea').waitFor();
  }

  /** Waits until the Markdown is that. */
  async function markdownIs(text: string): Promise<void> {
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLTextAreaElement>('#made textarea')?.value === wanted,
      text,
    );
  }

  const alertSays = (sentence: string) => page.getByRole('alert').filter({ hasText: sentence }).waitFor();
  const html = () => page.locator('#html');
  const option = (name: string) => page.getByLabel(name, { exact: true });

  /** Ends a test: no page asks another host for anything, and none throws. */
  async function end(): Promise<void> {
    expect(Array.from(hosts)).toEqual([address]);
    expect(arrived).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  }

  test('converts what is written', async () => {
    await html().fill('<h1>Tides</h1><p>ebb &amp; <b>flow</b>');
    await markdownIs('# Tides\n\nebb & **flow**');
    expect(await page.getByRole('status').textContent()).toMatch(
      /ms · 38 bytes of HTML · 23 bytes of Markdown · about \d+ tokens/,
    );
    await end();
  });

  test('says that the engine is being loaded until there is Markdown, and no longer', async () => {
    const another = await context.newPage();
    await another.addInitScript(() => {
      const seen: string[] = [];
      const look = () => {
        const loads = document.querySelector('#made')?.textContent?.includes('being loaded') ?? false;
        const tells = (document.querySelector('.playground .status')?.textContent ?? '').trim() !== '';
        if (loads || tells) seen.push(loads && tells ? 'both' : loads ? 'loads' : 'tells');
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
      Object.assign(window, { seen });
    });
    await another.goto(`${address}/playground`);
    await ready(another);
    const seen = await another.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(Array.from(new Set(seen))).toEqual(['loads', 'tells']);
    await end();
  });

  test('takes rich text and files', async () => {
    await html().fill('');
    await page.evaluate(async () => {
      const rich = new Blob(['<p>ebb and <b>flow</b>'], { type: 'text/html' });
      const plain = new Blob(['ebb and flow'], { type: 'text/plain' });
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': rich, 'text/plain': plain })]);
    });
    await html().focus();
    await page.keyboard.press('Control+V');
    await markdownIs('ebb and **flow**');

    const bytes = Buffer.from('<meta charset=koi8-r><p>\xf0\xd2\xc9\xcc\xc9\xd7', 'latin1');
    await page.locator('input[type=file]').setInputFiles({ name: 'tide.html', mimeType: 'text/html', buffer: bytes });
    await markdownIs('Прилив');
    expect(await html().inputValue()).toContain('Прилив');

    await html().evaluate((area) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['<h2>Dropped</h2>'], 'dropped.html', { type: 'text/html' }));
      area.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    });
    await markdownIs('## Dropped');
    await end();
  });

  test('has every option, and says what is wrong with one', async () => {
    await html().fill('<h1>Tides</h1><ul><li>ebb<li><s>flow</s></ul>');
    await option('headingStyle').selectOption('setext');
    await option('bulletListMarker').selectOption('*');
    await option('strikethrough').selectOption('false');
    await markdownIs('Tides\n=====\n\n* ebb\n* <del>flow</del>');
    expect(await page.locator('.call').textContent()).toContain(
      "headingStyle: 'setext',\n  bulletListMarker: '*',\n  gfm: { strikethrough: false },",
    );

    await option('overlap').fill('16');
    await page.locator('.call').filter({ hasText: 'await extract(html, {' }).waitFor();

    await option('wrap').fill('many');
    await alertSays(
      "Expected an integer from 0 to 10000 for options.wrap but received 'many' of type string. ERR_INVALID_OPTION",
    );
    await page.getByRole('button', { name: /^Reset/ }).click();
    await markdownIs('# Tides\n\n- ebb\n- ~~flow~~');
    expect(await page.getByRole('alert').count()).toBe(0);
    await end();
  });

  test('takes rules, and says what is wrong with them', async () => {
    await html().fill('<p><mark>ebb</mark> <abbr title="low water">LW</abbr>');
    await page.getByRole('button', { name: 'Show some' }).click();
    await markdownIs('==ebb== LW (low water)');
    const rules = page.locator('#rules');
    await rules.fill('[{ "selector": "p >", "drop": true }]');
    await alertSays('options.rules[0].selector');
    await rules.fill('[{ "selector"');
    await alertSays('The rules are not JSON: ');
    await rules.fill('[{ "selector": "mark", "drop": true }]');
    await markdownIs('LW');
    await end();
  });

  test('shows the parts of a page, and what differs', async () => {
    await html().fill(
      '<title>Tides</title><h1>Tides</h1><p>See <a href="https://moon.test/">the Moon</a>.<table><tr><th>Port<tr><td>Brest</table><p hidden>unseen',
    );
    const made = page.locator('#made');
    for (const [name, text] of [
      ['Metadata', 'Tides'],
      ['Links', 'https://moon.test/'],
      ['Headings', 'Tides'],
      ['Tables', 'Brest'],
      ['Chunks', 'tokens'],
      ['Images', 'There are none in this page.'],
      ['Difference', 'shows every line of text that the page shows, and no other'],
    ] as const) {
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
      await made.getByText(text).first().waitFor();
    }
    await option('include').fill('h1');
    await made.getByText('2 lines differ').or(made.getByText('3 lines differ')).first().waitFor();
    expect(await made.locator('del').allTextContents()).toContain('See the Moon.');
    await end();
  });

  test('shows both renderings, which run nothing and load nothing', async () => {
    const hostile = `<h1>Tides</h1><img src="https://elsewhere.test/a.png" alt="ebb"><link rel=stylesheet href="https://elsewhere.test/a.css">
      <script>parent.document.title = 'run'; fetch('https://elsewhere.test/')</script><meta http-equiv=refresh content="0;url=https://elsewhere.test/">
      <iframe src="https://elsewhere.test/frame"></iframe><style>body { background: url(https://elsewhere.test/b.png) }</style>
      <video src="https://elsewhere.test/a.mp4" autoplay></video><p onclick="x()">flow`;
    await html().fill(hostile);
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('#made textarea')?.value.endsWith('flow'),
    );
    await page.getByRole('tab', { name: 'Rendered' }).click();
    const frame = (title: string) => page.frameLocator(`iframe[title="${title}"]`);
    await frame('The HTML, as a browser shows it').getByRole('heading', { name: 'Tides' }).waitFor();
    await frame('The Markdown, rendered').getByRole('heading', { name: 'Tides' }).waitFor();
    await page.waitForTimeout(300); // in which what is to be loaded would have been asked for
    expect(await page.title()).not.toBe('run');
    await end();
  });

  test('makes a link that carries all of it', async () => {
    await html().fill('<h1>Tides</h1><mark>ebb</mark>');
    await option('headingStyle').selectOption('setext');
    await page.getByRole('button', { name: 'Show some' }).click();
    await page.getByRole('tab', { name: 'Chunks' }).click();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText('all of this page is in it').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${address}/playground#s=[\\w-]+$`));

    const other = await context.newPage();
    await other.goto(link);
    await other.locator('.playground[data-ready=true]').waitFor({ timeout: 120_000 });
    await other.locator('#made').getByText('==ebb==').waitFor();
    expect(await other.getByRole('tab', { selected: true }).textContent()).toMatch(/^Chunks/);
    expect(await other.getByLabel('headingStyle', { exact: true }).inputValue()).toBe('setext');

    await other.goto(`${address}/playground#s=AAAA`);
    await other.getByText('The link is damaged').waitFor();
    await end();
  });

  test('begins with examples, copies and saves', async () => {
    const golden = join(__dirname, '..', '..', 'core', 'testdata', 'golden', 'idiom-alerts', 'asciidoctor.md');
    const markdown = readFileSync(golden, 'utf8').trimEnd();
    await page.getByLabel('Examples').selectOption({ label: 'Asciidoctor' });
    await markdownIs(markdown);
    await page.getByRole('button', { name: 'Copy the Markdown' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(markdown);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('page.md');
    await end();
  });

  test('goes by keyboard alone', async () => {
    await html().focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('<h2>Typed');
    await markdownIs('## Typed');
    const tab = page.getByRole('tab', { name: 'Markdown' });
    await tab.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Difference');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Difference');
    await page.keyboard.press('Home');
    await page.locator('#made textarea').waitFor();
    // Whatever Tab reaches can be seen to have the focus.
    await page.locator('.settings summary').focus();
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
      expect(outline).not.toBe('none');
    }
    await end();
  });

  test('converts a page of 1 MB', async () => {
    const paragraph =
      '<h2>Tides</h2><p>They follow the <a href="/moon">Moon</a> and the <b>Sun</b>, at noon and at midnight.</p>\n';
    const large = paragraph.repeat(Math.ceil(1e6 / paragraph.length));
    await html().evaluate((area: HTMLTextAreaElement, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, large);
    await page.getByText('1.00 MB of HTML').waitFor();
    const status = (await page.getByRole('status').textContent()) ?? '';
    process.stdout.write(`playground: ${status.trim().replaceAll(/\s+/g, ' ')}\n`);
    const markdown = await page.locator('#made textarea').inputValue();
    expect(markdown.match(/^## Tides$/gm)).toHaveLength(large.match(/<h2>/g)?.length ?? 0);
    for (const name of ['Rendered', 'Difference', 'Chunks']) {
      const start = performance.now();
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
      await page.locator('#made > *').first().waitFor();
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      process.stdout.write(`playground: ${name} of it in ${Math.round(performance.now() - start)} ms\n`);
    }
    await end();
  });
});
