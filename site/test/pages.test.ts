import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from './chromium';
import { serve } from './serve';

const inChromium = chromiumPath === undefined ? describe.skip : describe;
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string }[];
}

inChromium('pages in Chromium', () => {
  let server: Server;
  let address: string;
  let browser: Browser;

  beforeAll(async () => {
    ({ server, address } = await serve(join(__dirname, '..', '..', 'build', 'site', 'html')));
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const pages = ['', 'guides/crawler', 'options', 'api/tidemark/functions/convert', 'playground'];
  const looks = [
    { width: 1440, scheme: 'light' },
    { width: 390, scheme: 'dark' },
  ] as const;

  describe.each(looks)('$width pixels wide, $scheme', ({ width, scheme }) => {
    test.each(pages)('/%s can be used by all, fits, and asks nobody else', async (path) => {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        colorScheme: scheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      const hosts = new Set<string>();
      page.on('request', (request) => {
        if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).origin);
      });
      await page.goto(`${address}/${path}`);
      if (path === 'playground') await page.locator('.playground[data-ready=true]').waitFor({ timeout: 120_000 });
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html).slice(0, 5) }))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(Array.from(hosts)).toEqual([address]);
      await context.close();
    });
  });

  test('search finds what the pages say', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${address}/options`);
    await page
      .getByRole('button', { name: /search/i })
      .first()
      .click();
    await page.locator('#localsearch-input').fill('linkReferenceStyle');
    await page.locator('.VPLocalSearchBox .results a').first().waitFor();
    await context.close();
  });
});
