const [QUOTE, BACKSLASH, SPACE, MINUS] = [0x22, 0x5c, 0x20, 0x2d];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The words that Python's `json` writes for what is no finite number, and what they are in JSON, as bytes. */
const WORDS = (
  [
    ["NaN", '""'],
    ["Infinity", "1e999"],
  ] as const
).map(([word, json]) => ({ word: bytesOf(word), json: bytesOf(json) }));

/**
 * JSON in which Python's NaN is an empty text and its Infinity a number that is too large, of the same length, so that
 * it is JSON and its places stay; an empty text is no number to a log either.
 */
export async function* withoutNaN(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let [inside, escaped] = [false, false];
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    // Written to, and so a copy; what might be the beginning of a word waits for what follows.
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    let [i, end] = [0, bytes.length];
    for (; i < bytes.length; i++) {
      const byte = bytes[i] as number;
      if (inside) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inside = false;
        continue;
      }
      if (byte === QUOTE) inside = true;
      else if (byte === 0x4e || byte === 0x49) {
        const found = WORDS.find(({ word }) => word.every((letter, k) => (bytes[i + k] ?? letter) === letter));
        if (!found) continue;
        const { word, json } = found;
        if (i + word.length > bytes.length) {
          end = i;
          break;
        }
        bytes.fill(SPACE, i, i + word.length);
        bytes.set(json, i);
        if (json[0] === QUOTE && bytes[i - 1] === MINUS) bytes[i - 1] = SPACE;
        i += word.length - 1;
      } else if (byte === MINUS && i === bytes.length - 1) end = i;
    }
    rest = bytes.slice(end);
    if (end > 0) yield bytes.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}
