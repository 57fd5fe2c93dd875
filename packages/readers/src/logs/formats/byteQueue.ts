/** A stream of bytes, taken in pieces of any length. */
export class ByteQueue {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** How many bytes were taken. */
  position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#iterator = chunks[Symbol.asyncIterator]();
  }

  /** So many bytes at once where they are there, and no waiting; undefined where they have to be fetched. */
  ready(length: number): Uint8Array | undefined {
    if (this.#at + length > this.#chunk.length) return undefined;
    const bytes = this.#chunk.subarray(this.#at, this.#at + length);
    this.#at += length;
    this.position += length;
    return bytes;
  }

  /** So many bytes; fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    await this.#each(length, (part) => {
      bytes.set(part, filled);
      filled += part.length;
    });
    return bytes.subarray(0, filled);
  }

  /** Passes over so many bytes; how many there were. */
  async skip(length: number): Promise<number> {
    let passed = 0;
    await this.#each(length, (part) => {
      passed += part.length;
    });
    return passed;
  }

  async #each(length: number, use: (part: Uint8Array) => void): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.#at === this.#chunk.length) {
        const { value, done } = await this.#iterator.next();
        if (done === true) return;
        this.#chunk = value;
        this.#at = 0;
        continue;
      }
      const part = this.#chunk.subarray(this.#at, this.#at + left);
      use(part);
      this.#at += part.length;
      this.position += part.length;
      left -= part.length;
    }
  }
}
