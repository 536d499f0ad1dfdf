/** How far may be read ahead. */
export interface Room {
  /** How many items may have been begun, or wait to be taken. */
  readonly count: number;
  /** The sum of their sizes above which no other is begun. */
  readonly size: number;
}

/** What is begun of an item, and how much room that takes as long as its outcome has not been taken. */
export interface Begun<R> {
  /** Does not reject. */
  readonly outcome: Promise<R>;
  readonly size: number;
}

interface Entry<R> extends Begun<R> {
  settled?: { value: R };
}

/**
 * Begins what is to be done for the items of a source ahead of their turn, as far as there is room, and yields the outcomes in order, each as soon
 * as it is there. When the signal is aborted it throws the reason, whatever it waits for.
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  room: Room,
  begin: (item: T) => Begun<R>,
  signal: AbortSignal,
): AsyncGenerator<R> {
  const iterator = source[Symbol.asyncIterator]();
  const entries: Entry<R>[] = [];
  let size = 0;
  let state = 'idle' as 'idle' | 'reading' | 'ended';
  let failure: { reason: unknown } | undefined;
  // Not a race: what is raced again and again keeps a reaction for each time.
  let wake = () => {};

  const take = ({ done, value }: IteratorResult<T>) => {
    state = done ? 'ended' : 'idle';
    if (done) return;
    const entry: Entry<R> = begin(value);
    entries.push(entry);
    size += entry.size;
    entry.outcome.then((value) => {
      entry.settled = { value };
      wake();
    });
  };
  const read = () => {
    state = 'reading';
    iterator
      .next()
      .then(take)
      .catch((reason) => {
        state = 'ended';
        failure = { reason };
      })
      .then(() => wake());
  };
  const onAbort = () => wake();

  signal.addEventListener('abort', onAbort);
  try {
    for (;;) {
      signal.throwIfAborted();
      if (state === 'idle' && entries.length < room.count && size < room.size) read();
      const [first] = entries;
      if (first?.settled !== undefined) {
        entries.shift();
        size -= first.size;
        yield first.settled.value;
      } else if (first === undefined && failure !== undefined) {
        throw failure.reason;
      } else if (first === undefined && state === 'ended') {
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // A source that has not answered may never do so: then nobody waits for its end.
    const closed = state === 'ended' ? undefined : iterator.return?.();
    if (state === 'idle') await closed;
    else closed?.catch(() => undefined);
  }
}
