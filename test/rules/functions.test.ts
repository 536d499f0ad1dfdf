import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  AsyncConverter,
  ConvertError,
  Converter,
  convert,
  convertAll,
  convertSync,
  type FunctionRule,
  type Options,
  type Rule,
  stats,
} from 'tidemark';
import { rejection, restorePool, thrown } from '../support/pool';

type Replacement = FunctionRule['replacement'];

const rule = (selector: string, replacement: Replacement): Rule => ({ selector, replacement });
const html =
  '<div id=d><p>The <a href="/tide">tide <b>ta<i>b</i>les</b></a> &amp; <a href="/moon">moon</a>.</p></div><a>last</a>';

afterEach(async () => {
  await restorePool();
  while (stats().streams > 0) await setImmediate(); // Nothing is left behind, however a call ended.
});

async function join(parts: AsyncIterable<unknown>): Promise<string> {
  let markdown = '';
  for await (const part of parts) markdown += part;
  return markdown;
}

const pieces = (text: string) => text.match(/.{1,7}/gs) as string[];

// Every way to convert a document asks the rules, and all give the same.
const ways: [string, (options: Options) => Promise<string>][] = [
  ['convert', (options) => convert(html, options)],
  ['convert of bytes', (options) => convert(Buffer.from(html), { ...options, encoding: 'utf-8' })],
  ['AsyncConverter', (options) => new AsyncConverter(options).convert(html)],
  ['convertAll', (options) => join(convertAll([html], options))],
  ['AsyncConverter.convertAll', (options) => join(new AsyncConverter(options).convertAll([html]))],
  ['stream', (options) => join(Readable.from(pieces(html)).pipe(new AsyncConverter(options).stream()))],
  [
    'webStream',
    (options) => join(ReadableStream.from(pieces(html)).pipeThrough(new AsyncConverter(options).webStream())),
  ],
  ['convertStream', (options) => join(new AsyncConverter(options).convertStream(pieces(html)))],
];
const syncWays: [string, (options: Options) => string][] = [
  ['convertSync', (options) => convertSync(html, options)],
  ['Converter', (options) => new Converter(options).convert(html)],
];

describe.each(ways)('%s', (_, run) => {
  test('asks a level at a time, innermost first', async () => {
    const asked: string[] = [];
    const rules = [
      rule('a, b, i, div', (content, node) => {
        asked.push(`${node.localName}:${content}`);
        return `(${content})`;
      }),
    ];
    expect(await run({ rules })).toBe('(The (tide (ta(b)les)) & (moon).)\n\n(last)');
    expect(asked).toEqual([
      'i:b',
      'a:moon',
      'a:last',
      'b:ta(b)les',
      'a:tide (ta(b)les)',
      'div:The (tide (ta(b)les)) & (moon).',
    ]);
    expect(asked.length).toBe(6);
  });

  test('waits for promises, many at a time', async () => {
    let waiting = 0;
    let most = 0;
    const rules = [
      rule('a', async (content) => {
        most = Math.max(most, ++waiting);
        await setTimeout(1);
        waiting--;
        return content.toUpperCase();
      }),
      rule('b', async () => null),
    ];
    expect(await run({ rules })).toBe('The TIDE **TA*B*LES** & MOON.\n\nLAST');
    expect(most).toBe(2);
  });

  test.each<[string, Replacement, Partial<ConvertError>]>([
    [
      'throws',
      () => {
        throw new RangeError('no tide');
      },
      { cause: new RangeError('no tide') },
    ],
    [
      'rejects',
      async () => {
        throw new RangeError('no tide');
      },
      { cause: new RangeError('no tide') },
    ],
    [
      'throws what is no error',
      () => {
        throw 5;
      },
      { cause: 5 },
    ],
    ['returns a number', () => 5 as never, {}],
    ['resolves with a number', async () => 5 as never, {}],
    ['returns nothing', () => undefined as never, {}],
    [
      'returns an object that is not even one',
      () =>
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('trap');
            },
          },
        ) as never,
      { cause: new Error('trap') },
    ],
  ])('a rule that %s', async (_name, replacement, expected) => {
    const error = await rejection(run({ rules: [rule('a', replacement)] }));
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({
      code: 'ERR_RULE',
      selector: 'a',
      place: { offset: 17, line: 1, column: 18 },
      message: expect.stringMatching(/^The rule for 'a' .* \(<a> at line 1, column 18\)$/s),
      ...expected,
    });
    expect('cause' in (error as object)).toBe('cause' in expected);
    expect(await convert('ebb')).toBe('ebb');
  });
});

describe.each(syncWays)('%s', (_, run) => {
  test('asks as the others do', async () => {
    const rules = [rule('a, i', (content, node) => `{${content}|${node.getAttribute('href')}}`)];
    expect(run({ rules })).toBe(await convert(html, { rules }));
    expect(run({ rules })).toContain('{moon|/moon}');
  });

  test('refuses promises', () => {
    expect(thrown(() => run({ rules: [rule('a', async () => 'x')] }))).toMatchObject({
      code: 'ERR_RULE',
      selector: 'a',
      message:
        "The rule for 'a' returned a promise, which a synchronous call cannot wait for; use convert or AsyncConverter (<a> at line 1, column 18)",
    });
    const rejects = () => run({ rules: [rule('a', () => Promise.reject(new Error('nobody hears this')))] });
    expect(thrown(rejects)).toMatchObject({ code: 'ERR_RULE' });
  });
});

test('null leaves an element to the next rule, whatever that is', async () => {
  const seen: string[] = [];
  const note = (name: string, answer: string | null): Rule =>
    rule('a', () => {
      seen.push(name);
      return answer;
    });
  expect(await convert('<a>x</a>', { rules: [note('1', null), note('2', 'two'), note('3', 'three')] })).toBe('two');
  expect(seen).toEqual(['1', '2']);
  expect(
    await convert('<a>x</a>', {
      rules: [note('1', null), { selector: 'a', template: '<{content}>' }, note('3', 'three')],
    }),
  ).toBe('<x>');
  expect(await convert('<a>x</a>y', { rules: [note('1', null), { selector: 'a', drop: true }] })).toBe('y');
  expect(await convert('<b>x</b>', { rules: [rule('b', () => null)] })).toBe('**x**');
});

test('a rule has what it was given as this, and the options of the call', async () => {
  const options: Options = {
    bulletListMarker: '*',
    rules: [
      Object.freeze({
        selector: 'b',
        replacement(this: Rule, content: string, _: unknown, context: { options: Options; signal: AbortSignal }) {
          return `${content}${this.selector}${context.options.bulletListMarker}${context.signal.aborted}`;
        },
      }),
    ],
  };
  expect(await convert('<b>x</b>', options)).toBe('xb*false');
});

test('what is changed after the call is not seen', async () => {
  const first = rule('b', async () => 'first');
  const rules: Rule[] = [first];
  const options = { rules };
  const call = convert('<b>x</b>', options);
  rules[0] = rule('b', () => 'second');
  (first as { replacement: Replacement }).replacement = () => 'third';
  options.rules = [];
  expect(await call).toBe('first');

  const within = {
    rules: [
      rule('b', (_, __, context) => {
        expect(() => {
          (context.options as { rules: unknown }).rules = [];
        }).toThrow(TypeError);
        within.rules.length = 0;
        return 'y';
      }),
    ],
  };
  expect(await convert('<i><b>x</b></i><b>z</b>', within)).toBe('*y*y');
});

test('rules may convert', async () => {
  const inner = { rules: [rule('b', (content) => content.toUpperCase())] };
  const rules = [
    rule('p', (_, node) => convertSync(node.innerHTML, inner)),
    rule('div', async (_, node) => `${await convert(node.innerHTML, inner)}\n`),
  ];
  expect(await convert('<p>a <b>b</b></p><div>c <b>d</b></div>', { rules })).toBe('a B\n\nc D');
});

test('abort and timeout end the wait, and tell the rule', async () => {
  const signals: AbortSignal[] = [];
  const rules = [
    rule('b', (_, __, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    }),
  ];
  const controller = new AbortController();
  const call = rejection(convert('<b>x</b>', { rules, signal: controller.signal }));
  while (signals.length === 0) await setImmediate();
  controller.abort('enough');
  expect(await call).toBe('enough');
  expect(signals[0]).toMatchObject({ aborted: true, reason: 'enough' });

  expect(await rejection(convert('<b>x</b>', { rules, timeout: 5 }))).toMatchObject({ code: 'ERR_TIMEOUT' });
  expect(signals[1]?.reason).toMatchObject({ code: 'ERR_TIMEOUT' });

  const stream = new AsyncConverter({ rules }).stream();
  stream.end('<b>x</b>');
  const ended = rejection(join(stream));
  while (signals.length === 2) await setImmediate();
  stream.destroy(new Error('gone'));
  expect(await ended).toMatchObject({ message: 'gone' });
  expect(signals[2]?.aborted).toBe(true);
});

test.each<[string, () => unknown]>([
  ['returns', () => ({ long: Array.from({ length: 1000 }, () => 'x'.repeat(1000)) })],
  [
    'throws',
    () => {
      throw { long: 'x'.repeat(1000), more: globalThis };
    },
  ],
])('what a rule %s is cut in the message', async (_, replacement) => {
  const rules = [{ selector: 'b', replacement }] as Rule[];
  const { message } = (await rejection(convert('<b>x', { rules }))) as Error;
  expect(message.length).toBeLessThan(200);
  expect(message).toContain('…');
});

test('a failure tells the rules that still work', async () => {
  let told: unknown;
  const rules = [
    rule('i', () => Promise.reject(new Error('no'))),
    rule('b', (_, __, { signal }) => {
      signal.addEventListener('abort', () => {
        told = signal.reason;
      });
      return new Promise(() => undefined);
    }),
  ];
  expect(await rejection(convert('<b>x</b><i>y</i>', { rules }))).toMatchObject({ code: 'ERR_RULE', selector: 'i' });
  expect(told).toBeDefined();
});

test('many rules in one turn let the event loop turn', async () => {
  let turns = 0;
  let counting = true;
  (async () => {
    while (counting) {
      await setImmediate();
      turns++;
    }
  })();
  const busy = rule('b', (content) => {
    for (const end = performance.now() + 1; performance.now() < end; );
    return content;
  });
  await convert('<b>x</b>'.repeat(200), { rules: [busy] });
  counting = false;
  expect(turns).toBeGreaterThan(5);
});

test('an element that the page hides is not asked for, unless it is shown', async () => {
  const asked: string[] = [];
  const rules = [rule('b', (content) => `${asked.push(content)}` && content)];
  await convert('<p>a <b>b</b><span hidden><b>c</b></span>', { rules });
  expect(asked).toEqual(['b']);
  asked.length = 0;
  await convert('<p>a <b>b</b><span hidden><b>c</b></span>', { rules, hidden: 'keep' });
  expect(asked).toEqual(['b', 'c']);
  asked.length = 0;
  // It hides more than it shows.
  expect(await convert(`<b>b</b><div style="display:none"><b>${'c '.repeat(500)}</b></div>`, { rules })).toContain(
    'c c c',
  );
});

test('text of several places comes back as it was', async () => {
  const text = 'e\u0301😀\ud800 漢字 \u2028';
  const rules = [rule('b', (content) => content)];
  expect(await convert(`<b>${text}</b>`.repeat(3), { rules })).toBe(convertSync(`<b>${text}</b>`.repeat(3), { rules }));
  expect(
    await convert('<b>😀</b><b>é</b><b>\ud83d</b>', { rules: [rule('b', (content) => `${content}\udc00|`)] }),
  ).toBe('😀\ufffd|é\ufffd|\ufffd\ufffd|');
});

test('wrong rules are refused with their place', () => {
  const wrong = (rules: unknown) => thrown(() => convertSync('', { rules } as Options));
  expect(wrong(5)).toMatchObject({
    code: 'ERR_INVALID_OPTION',
    message: 'Expected an array of objects for options.rules but received 5 of type number',
  });
  expect(wrong([null])).toMatchObject({
    message: 'Expected an object for options.rules[0] but received null of type object',
  });
  expect(wrong([rule('b', () => ''), { selector: 'b', replacement: 'x' }])).toMatchObject({
    message: "Expected a function for options.rules[1].replacement but received 'x' of type string",
  });
  expect(wrong([{ selector: 'p >', replacement: () => '' }])).toMatchObject({
    message:
      "Expected a CSS selector for options.rules[0].selector but received 'p >' of type string: expected a selector after the combinator at offset 3, where it ends",
  });
  expect(wrong([{ selector: 'p', filter: () => true }])).toMatchObject({ code: 'ERR_INVALID_OPTION' });
  expect(thrown(() => convertSync('', { '#decides': true } as Options))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
  expect(() => new AsyncConverter({ rules: [{ selector: 'b' } as Rule] })).toThrow(ConvertError);
});
