import { CheerioCrawler, createCheerioRouter } from '@crawlee/cheerio';
import { HttpCrawler } from '@crawlee/http';
import { PlaywrightCrawler } from '@crawlee/playwright';
import { convertPage } from 'tidemark/crawlee';

const router = createCheerioRouter();
router.addHandler('page', async (context) => {
  const { url, markdown, metadata }: { url: string; markdown: string; metadata?: { title?: string } } =
    await convertPage(context);
  await context.pushData({ url, markdown, title: metadata?.title });
});
export const crawlers = [
  new CheerioCrawler({ requestHandler: router }),
  new HttpCrawler({ requestHandler: async (context) => void (await convertPage(context, { dataset: 'pages' })) }),
  new PlaywrightCrawler({ requestHandler: async (context) => void (await convertPage(context, { store: true })) }),
];
