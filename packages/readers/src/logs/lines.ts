/** A line of a log, without its end. */
export interface Line {
  readonly text: string;
  /** From 1; a progress bar's line over itself is no line of its own. */
  readonly number: number;
  /** Whether it was longer than a line may be, and is cut. */
  readonly cut: boolean;
  /** Whether it has an end; the last one of a log that is being written may have none. */
  readonly ended: boolean;
}

/** How many bytes a line may have. */
export const LONGEST_LINE: number = 4 * 2 ** 20;

const [LF, CR] = [10, 13];

/** The lines of a stream, ended by LF, CRLF or, as progress bars do, by CR; of one that is too long only the beginning. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<readonly Line[]> {
  const decoder = new TextDecoder();
  let [number, size] = [1, 0];
  let parts: Uint8Array[] = [];
  let afterReturn = false;
  const push = (part: Uint8Array) => {
    const room = LONGEST_LINE - size;
    // A view would keep the whole chunk alive while the line goes on.
    if (room > 0 && part.length > 0) parts.push(part.slice(0, room));
    size += part.length;
  };
  const line = (last: Uint8Array, ended: boolean): Line => {
    let text: string;
    if (size === 0) text = decoder.decode(last.subarray(0, LONGEST_LINE));
    else {
      push(last);
      text = decoder.decode(Buffer.concat(parts));
    }
    const cut = Math.max(size, last.length) > LONGEST_LINE;
    parts = [];
    size = 0;
    return { text, number, cut, ended };
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte !== LF && byte !== CR) {
        afterReturn = false;
        continue;
      }
      // LF after CR ends the same line.
      if (!(byte === LF && afterReturn)) lines.push(line(chunk.subarray(from, i), true));
      if (byte === LF) number++;
      afterReturn = byte === CR;
      from = i + 1;
    }
    if (from < chunk.length) push(chunk.subarray(from));
    yield lines;
  }
  if (size > 0) yield [line(new Uint8Array(0), false)];
}
