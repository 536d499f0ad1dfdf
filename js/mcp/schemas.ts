// What the tools take and give, as JSON Schema: https://json-schema.org/draft/2020-12.

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: object;
  readonly outputSchema: object;
  readonly annotations: object;
}

/** What of the world a server may read. */
export interface Reach {
  readonly files: boolean;
  readonly urls: boolean;
}

const object = (properties: object, required: readonly string[] = []) => ({ type: 'object', properties, required });
const list = (items: object) => ({ type: 'array', items });
const text = (description: string) => ({ type: 'string', description });
const count = (description: string) => ({ type: 'integer', minimum: 0, description });
const range = { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 };

const parts = ['markdown', 'metadata', 'content', 'headings', 'links', 'images', 'tables', 'code', 'footnotes'];

function inputs({ files, urls }: Reach, own: object): object {
  const sources = {
    html: text('The HTML itself, a page or a fragment.'),
    ...(files && { path: text('The path of an HTML file, in a folder that this server may read.') }),
    ...(urls && { url: text('The http or https address of a page that this server may read.') }),
  };
  return {
    ...object(
      {
        ...sources,
        baseUrl: text(
          'The address that relative links are resolved against. For a url it is that of the page if nothing is said.',
        ),
        content: {
          enum: ['all', 'main'],
          description: 'The whole page, or its main content without menus and advertisements.',
        },
        preset: {
          const: 'llm',
          description: 'Leaves out what a language model does not need, such as tracking parameters and share bars.',
        },
        ...own,
        options: {
          type: 'object',
          description:
            'More options of tidemark, such as {"linkStyle": "referenced"}; a wrong name is answered with all names.',
        },
      },
      Object.keys(sources).length === 1 ? ['html'] : [],
    ),
    additionalProperties: false,
  };
}

/** Returns the tools of a server. */
export function toolsFor(reach: Reach): Tool[] {
  const annotations = { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: reach.urls };
  const from = ['HTML', ...(reach.files ? ['an HTML file'] : []), ...(reach.urls ? ['a web page'] : [])].join(' or ');
  return [
    {
      name: 'convert',
      title: 'HTML to Markdown',
      description: `Converts ${from} to Markdown (CommonMark with GitHub's extensions) that means the same.`,
      inputSchema: inputs(reach, {}),
      outputSchema: object(
        {
          markdown: text('The Markdown.'),
          tokens: count('About how many tokens it is.'),
          url: text('Where a page was found, behind redirections.'),
        },
        ['markdown', 'tokens'],
      ),
      annotations,
    },
    {
      name: 'extract',
      title: 'Parts of a page',
      description: `Extracts of ${from} its main content as Markdown, what it says of itself, and its headings, links, images, tables, code and footnotes.`,
      inputSchema: inputs(reach, {
        parts: { ...list({ enum: parts }), description: 'What is wanted; all of it if nothing is said.' },
      }),
      outputSchema: object(
        {
          title: text('What the page is called.'),
          markdown: text('The content as Markdown.'),
          metadata: object({}),
          content: object({}),
          headings: list(object({ level: count('1 to 6.'), text: text('Without markup.') }, ['level', 'text'])),
          links: list(object({ url: text('Its address.'), text: text('What it shows.') }, ['url', 'text'])),
          images: list(object({ url: text('Its address.') })),
          tables: list(object({ rows: list(list({ type: 'string' })) }, ['rows'])),
          code: list(object({ text: text('The code.') }, ['text'])),
          footnotes: list(
            object({ label: text('What it is called.'), text: text('What it says.') }, ['label', 'text']),
          ),
          warnings: list(object({ code: text('Its kind.'), message: text('A sentence.') }, ['code', 'message'])),
          url: text('Where a page was found, behind redirections.'),
        },
        ['title', 'warnings'],
      ),
      annotations,
    },
    {
      name: 'chunks',
      title: 'Chunks of a page',
      description: `Cuts ${from} into chunks of Markdown along its structure, for search and for retrieval, each with the headings it is under.`,
      inputSchema: inputs(reach, {
        size: { type: 'integer', minimum: 1, description: 'The most tokens of a chunk; 512 if nothing is said.' },
        overlap: {
          type: 'integer',
          minimum: 0,
          description: 'How many tokens of the end of a chunk the next one begins with at most.',
        },
      }),
      outputSchema: object(
        {
          title: text('What the page is called.'),
          chunks: list(
            object(
              {
                index: count('Its number, from 0 on.'),
                text: text('Its Markdown.'),
                headings: list({ type: 'string' }),
                tokens: count('About how many tokens it is.'),
                markdown: range,
              },
              ['index', 'text', 'headings', 'tokens'],
            ),
          ),
          url: text('Where a page was found, behind redirections.'),
        },
        ['title', 'chunks'],
      ),
      annotations,
    },
  ];
}
