/** The beginning of a stream, and the stream. */
export interface Head {
  readonly head: Uint8Array;
  /** Whether that is all of it. */
  readonly complete: boolean;
  /** All of the stream, its beginning too. */
  readonly all: AsyncIterable<Uint8Array>;
  /** Ends the stream, wherever it is. */
  close(): void;
}

/** Reads the first bytes of a stream. */
export async function headOf(chunks: AsyncIterable<Uint8Array>, length: number): Promise<Head> {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let [size, complete] = [0, false];
  while (size < length && !complete) {
    const { value, done } = await iterator.next();
    if (done === true) complete = true;
    else {
      read.push(value);
      size += value.length;
    }
  }
  const head = new Uint8Array(size);
  let at = 0;
  for (const chunk of read) {
    head.set(chunk, at);
    at += chunk.length;
  }
  async function* all(): AsyncIterable<Uint8Array> {
    if (size > 0) yield head;
    while (!complete) {
      const { value, done } = await iterator.next();
      if (done === true) return;
      yield value;
    }
  }
  return { head, complete, all: all(), close: () => void iterator.return?.().catch(() => {}) };
}
