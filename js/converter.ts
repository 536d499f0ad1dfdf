import type { Call } from './abort.js';
import { convertNow } from './convert.js';
import { type CallAll, convertInOrder, readCallAll } from './convert-all.js';
import { type Input, nativeInput } from './input.js';
import type { Options } from './options.generated.js';
import { callAllNames, checkCall, checkedOptions, requireCall } from './options.js';
import { submit } from './pool.js';
import type { Inputs } from './read-ahead.js';

/**
 * Converts on the calling thread with fixed options, which are checked once. Immutable.
 *
 * @example
 * const converter = new Converter({ headingStyle: 'setext' });
 * converter.convert('<h1>Tides</h1>'); // 'Tides\n====='
 */
export class Converter {
  readonly #json: string;

  /** @throws ConvertError `ERR_INVALID_OPTION`, or `ERR_INVALID_ARG` if `options` is not an object. */
  constructor(options?: Options) {
    this.#json = checkedOptions(options);
  }

  /** The same as `convertSync` with the options of this converter. */
  convert(html: Input): string {
    return convertNow(this.#json, html);
  }
}

/**
 * Converts on other threads with fixed options, which are checked once. Immutable: any number of calls may be in flight.
 * It holds nothing that would have to be released.
 *
 * @example
 * const converter = new AsyncConverter({ linkStyle: 'referenced' });
 * const pages = await Promise.all(documents.map((html) => converter.convert(html, { signal })));
 */
export class AsyncConverter {
  readonly #json: string;

  /** @throws ConvertError `ERR_INVALID_OPTION`, or `ERR_INVALID_ARG` if `options` is not an object. */
  constructor(options?: Options) {
    this.#json = checkedOptions(options);
  }

  /** The same as the function `convert` with the options of this converter. Never throws: all errors reject. */
  convert(html: Input, call?: Call): Promise<string> {
    try {
      return submit(this.#json, nativeInput(html), checkCall(call));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** The same as the function `convertAll` with the options of this converter. */
  convertAll(
    inputs: Inputs,
    call: CallAll & { errors: 'settle' },
  ): AsyncGenerator<PromiseSettledResult<string>, void, undefined>;
  convertAll(
    inputs: Inputs,
    call?: CallAll & { errors?: 'throw' | undefined },
  ): AsyncGenerator<string, void, undefined>;
  convertAll(inputs: Inputs, call?: CallAll): AsyncGenerator<string | PromiseSettledResult<string>, void, undefined>;
  convertAll(
    inputs: Inputs,
    call: CallAll = {},
  ): AsyncGenerator<string | PromiseSettledResult<string>, void, undefined> {
    return convertInOrder(inputs, () => ({
      json: this.#json,
      call: readCallAll(requireCall(call, callAllNames), 'call'),
    }));
  }
}
