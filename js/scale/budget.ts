interface Waiting {
  readonly bytes: number;
  readonly begin: () => void;
}

/** Bytes that may be held at a time. Who wants more waits, in order. What is larger than all of it has it alone. */
export class Budget {
  readonly #most: number;
  readonly #waiting: Waiting[] = [];
  #held = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get held(): number {
    return this.#held;
  }

  /** Resolves when there is room. The share is given back by `release`, once. */
  async take(bytes: number, signal?: AbortSignal): Promise<Share> {
    if (this.#waiting.length > 0 || !this.#hasRoomFor(bytes)) await this.#turn(bytes, signal);
    else this.#held += bytes;
    return new Share(bytes, (change) => this.#change(change));
  }

  #hasRoomFor(bytes: number): boolean {
    return this.#held === 0 || this.#held + bytes <= this.#most;
  }

  #turn(bytes: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal?.reason);
        this.#change(0); // the next one may be smaller
      };
      const begin = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const waiting = { bytes, begin };
      this.#waiting.push(waiting);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #change(bytes: number): void {
    this.#held += bytes;
    for (let next = this.#waiting[0]; next !== undefined && this.#hasRoomFor(next.bytes); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#held += next.bytes;
      next.begin();
    }
  }
}

/** Part of a {@link Budget}. */
export class Share {
  #bytes: number;
  readonly #change: (bytes: number) => void;

  constructor(bytes: number, change: (bytes: number) => void) {
    this.#bytes = bytes;
    this.#change = change;
  }

  /** It turned out to be more, or less: what is there already does not wait. */
  resize(bytes: number): void {
    this.#change(bytes - this.#bytes);
    this.#bytes = bytes;
  }

  release(): void {
    this.resize(0);
  }
}
