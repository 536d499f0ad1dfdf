import type { NodeResponse } from './node-message.js';

/**
 * Who waits until a response takes more. What is written to it goes to a conversion first, which has its own room: it is not that of the connection
 * which counts.
 */
export class DrainListeners {
  readonly #response: NodeResponse;
  readonly #listeners: Listener[] = [];
  #isReleased = false;
  readonly #own: Pick<NodeResponse, 'on' | 'addListener' | 'off' | 'removeListener'>;

  constructor(response: NodeResponse) {
    this.#response = response;
    const { on, addListener, off, removeListener } = response;
    this.#own = { on, addListener, off, removeListener };
    const listeners = this.#listeners;
    // once() is on() with a function that calls removeListener().
    const adds = (own: NodeResponse['on']) => (event: unknown, listener: Listener) => {
      if (event !== 'drain' || this.#isReleased) return own.call(response, event, listener);
      listeners.push(listener);
      return response;
    };
    const removes = (own: NodeResponse['off']) => (event: unknown, listener: Listener) => {
      const at =
        event === 'drain'
          ? listeners.findIndex((one) => (one.listener ?? one) === (listener.listener ?? listener))
          : -1;
      if (at < 0) return own.call(response, event, listener);
      listeners.splice(at, 1);
      return response;
    };
    Object.assign(response, {
      on: adds(on),
      addListener: adds(addListener),
      off: removes(off),
      removeListener: removes(removeListener),
    });
  }

  /** Calls them. */
  call(): void {
    for (const listener of [...this.#listeners]) listener.call(this.#response);
  }

  /** Waits itself for the response. */
  listen(listener: () => void): void {
    this.#own.on.call(this.#response, 'drain', listener);
  }

  /** Has them wait for the response again. */
  release(): void {
    this.#isReleased = true;
    for (const listener of this.#listeners.splice(0)) this.listen(listener);
  }
}

type Listener = (() => void) & { listener?: Listener };
