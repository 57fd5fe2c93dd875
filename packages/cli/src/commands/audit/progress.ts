import type { Io } from "../../io.ts";

/** After how long a reading is long, and how often it is told how far it is, in milliseconds. */
const [LONG, OFTEN] = [2000, 200] as const;

/** The same chunks; how far they are, and how long the rest will take, is told on a terminal where it takes long. */
export async function* withProgress(
  chunks: AsyncIterable<Uint8Array>,
  size: number | undefined,
  { progress, say }: Pick<Io, "progress" | "say">,
  now: () => number = Date.now,
): AsyncIterable<Uint8Array> {
  const begin = now();
  let [read, told] = [0, begin + LONG - OFTEN];
  let shown = false;
  try {
    for await (const chunk of chunks) {
      read += chunk.length;
      const time = now();
      if (progress && time - told >= OFTEN) {
        told = time;
        shown = true;
        progress(say(farOf(read, size, (time - begin) / 1000)));
      }
      yield chunk;
    }
  } finally {
    if (shown) progress?.("");
  }
}

function farOf(read: number, size: number | undefined, seconds: number): string {
  const megabytes = Math.round(read / 1e6);
  if (size === undefined || size < read) return `reading the log: ${megabytes} MB`;
  const left = Math.ceil((seconds * (size - read)) / read);
  return `reading the log: ${Math.floor((100 * read) / size)} % of ${Math.round(size / 1e6)} MB, ${left} s left`;
}
