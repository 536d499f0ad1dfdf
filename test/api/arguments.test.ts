import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { describe, expect, jest, test } from '@jest/globals';
import { AsyncConverter, ConvertError, Converter, configure, convert, convertSync } from 'tidemark';
import { rejection, thrown } from '../support/pool';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

const asText = 'a string, Uint8Array or ArrayBuffer';

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function detached(): Uint8Array<ArrayBuffer> {
  const view = new Uint8Array(8);
  structuredClone(view.buffer, { transfer: [view.buffer] });
  return view;
}

interface Resizable extends ArrayBuffer {
  resize(length: number): void;
}

function resizable(length: number, max: number): Resizable {
  const Constructor = ArrayBuffer as unknown as new (length: number, options: { maxByteLength: number }) => Resizable;
  return new Constructor(length, { maxByteLength: max });
}

function shrunk(): Uint8Array {
  const buffer = resizable(16, 16);
  const view = new Uint8Array(buffer, 8, 8);
  buffer.resize(4);
  return view;
}

async function expectInvalidInput(input: Wrong, message: string): Promise<void> {
  const errors = [
    thrown(() => convertSync(input)),
    thrown(() => new Converter().convert(input)),
    await rejection(convert(input)),
    await rejection(convert(input, { headingStyle: 'atx' })),
    await rejection(new AsyncConverter().convert(input)),
  ];
  for (const error of errors) {
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ name: 'ConvertError', code: 'ERR_INVALID_ARG', message });
  }
}

describe('input of the wrong type', () => {
  test.each<[string, Wrong, string]>([
    ['nothing', undefined, 'undefined of type undefined'],
    ['null', null, 'null of type object'],
    ['a number', 5, '5 of type number'],
    ['NaN', Number.NaN, 'NaN of type number'],
    ['a boolean', false, 'false of type boolean'],
    ['a bigint', 10n, '10n of type bigint'],
    ['a symbol', Symbol('tide'), 'Symbol(tide) of type symbol'],
    ['a function', function tide() {}, '[Function: tide] of type function'],
    ['an object', { a: 1 }, '{ a: 1 } of type object'],
    [
      'an array',
      ['<p>'],
      `[ '<p>' ] of type object. For many documents use convertAll, for the pieces of one convertStream`,
    ],
    ['a String object', Object('<p>'), "[String: '<p>'] of type object"],
    [
      'a view of wider elements',
      new Uint16Array(2),
      `Uint16Array(2) [ 0, 0 ] of type object. Give its bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength)`,
    ],
    [
      'a clamped view',
      new Uint8ClampedArray(1),
      `Uint8ClampedArray(1) [ 0 ] of type object. Give its bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength)`,
    ],
    ['a Map', new Map([['a', 1]]), "Map(1) { 'a' => 1 } of type object"],
    ['a revoked proxy', revokedProxy(), '<Revoked Proxy> of type object'],
    ['an object without a prototype', Object.create(null), '[Object: null prototype] {} of type object'],
    ['a proxy of a view', new Proxy(new Uint8Array(1), {}), 'Uint8Array(1) [ 0 ] of type object'],
  ])('%s', (_, input, received) => expectInvalidInput(input, `Expected ${asText} for html but received ${received}`));

  test('shared memory and a DataView without a view of bytes', async () => {
    for (const input of [new SharedArrayBuffer(4), new DataView(new ArrayBuffer(4))] as Wrong[]) {
      expect(await rejection(convert(input))).toMatchObject({ code: 'ERR_INVALID_ARG' });
    }
  });

  test('runs no code of the caller to print it', async () => {
    const spy = jest.fn(() => 'text');
    const input = {
      toString: spy,
      toJSON: spy,
      [Symbol.toPrimitive]: spy,
      get a() {
        return spy();
      },
    } as Wrong;
    await expect(convert(input)).rejects.toThrow(ConvertError);
    expect(spy).not.toHaveBeenCalled();
  });

  test('in one line, errors with their stack too', async () => {
    const { message } = (await rejection(convert(new Error('tide\n  and ebb') as Wrong))) as Error;
    expect(message).toMatch(/^Expected .* but received Error: tide and ebb at .*… of type object$/);
  });

  test('long values are cut', async () => {
    const error = (await rejection(convert(Array.from({ length: 1e5 }, () => 'x'.repeat(100)) as Wrong))) as Error;
    expect(error.message.length).toBeLessThan(200);
    expect(error.message).toContain('…');
  });
});

describe('buffers whose memory is gone', () => {
  test.each<[string, () => Wrong, string]>([
    ['a view of a transferred buffer', detached, 'a detached Uint8Array'],
    ['a transferred ArrayBuffer', () => detached().buffer, 'a detached ArrayBuffer'],
    ['a view that its resized buffer no longer holds', shrunk, 'a Uint8Array outside of its resized buffer'],
  ])('%s', (_, make, received) =>
    expectInvalidInput(make(), `Expected ${asText} for html but received ${received} of type object`),
  );

  test('a view that tracks the length of its buffer is what is left of it', async () => {
    const buffer = resizable(3, 8);
    const view = new Uint8Array(buffer);
    view.set([0x61, 0x62, 0x63]);
    buffer.resize(2);
    expect(await convert(view)).toBe('ab');
    buffer.resize(0);
    expect(await convert(view)).toBe('');
  });

  test('a buffer that is transferred after the call', async () => {
    const bytes = new TextEncoder().encode('<p>ebb</p>');
    const promise = convert(bytes);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    expect(await promise).toBe('ebb');
  });

  test('a length that lies', async () => {
    const bytes = new TextEncoder().encode('ebb');
    Object.defineProperty(bytes, 'byteLength', { value: 1e9 });
    Object.defineProperty(bytes, 'length', { value: 1e9 });
    expect(await convert(bytes)).toBe('ebb');
    expect(convertSync(bytes)).toBe('ebb');
  });
});

test('values of other realms are taken', async () => {
  const bytes = runInNewContext('new Uint8Array([101, 98, 98])') as Uint8Array;
  expect(bytes).not.toBeInstanceOf(Uint8Array);
  expect(await convert(bytes)).toBe('ebb');
  expect(await convert(bytes.buffer as ArrayBuffer)).toBe('ebb');
  expect(await convert('<em>ebb</em>', runInNewContext("({ emDelimiter: '_' })"))).toBe('_ebb_');
});

describe('options that are no object', () => {
  test.each<[string, Wrong]>([
    ['null', null],
    ['a string', 'atx'],
    ['a number', 1],
    ['an array', []],
    ['a function', () => {}],
    ['a Map', new Map([['hr', '***']])],
    ['a promise', Promise.resolve({})],
    ['a revoked proxy', revokedProxy()],
  ])('%s', async (_, options) => {
    const errors = [
      thrown(() => convertSync('', options)),
      thrown(() => new Converter(options)),
      thrown(() => new AsyncConverter(options)),
      thrown(() => configure(options)),
      await rejection(convert('', options)),
    ];
    for (const error of errors) {
      expect(error).toBeInstanceOf(ConvertError);
      expect(error).toMatchObject({ code: 'ERR_INVALID_ARG' });
      expect((error as Error).message).toMatch(/^Expected an object for options but received .+ of type \w+$/);
    }
    const error = await rejection(new AsyncConverter().convert('', options));
    expect(error).toMatchObject({ code: 'ERR_INVALID_ARG' });
    expect((error as Error).message).toMatch(/^Expected an object for call but received /);
  });
});

test('a getter that throws rejects with what it threw', async () => {
  const boom = new RangeError('boom');
  const options = {
    get hr(): string {
      throw boom;
    },
  };
  const call = {
    get timeout(): number {
      throw boom;
    },
  };
  expect(await rejection(convert('', options))).toBe(boom);
  expect(await rejection(convert('', call))).toBe(boom);
  expect(await rejection(new AsyncConverter().convert('', call))).toBe(boom);
  expect(thrown(() => convertSync('', options))).toBe(boom);
});

test('an error is printed by its name', () => {
  expect(inspect(thrown(() => convertSync(5 as Wrong)))).toMatch(/^ConvertError: Expected /);
});

test('synchronous errors point at the caller', () => {
  function namedCaller() {
    convertSync(5 as Wrong);
  }
  expect((thrown(namedCaller) as Error).stack).toContain('namedCaller');
});
