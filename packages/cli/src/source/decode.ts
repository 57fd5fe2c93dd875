import { UsageError } from "../usageError.ts";

/** More than this is no schedule. */
export const MOST_BYTES: number = 64 * 2 ** 20;

/** The marks that a text may begin with, by which of its encodings is told. */
const MARKS = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
] as const;

/** How many bytes are looked at for the zeros of an encoding without its mark. */
const LOOKED_AT = 200;

/** The text that bytes are: UTF-8, or UTF-16 with its mark, as PowerShell writes it; a UsageError where they are none. */
export function decode(name: string, bytes: Uint8Array): string {
  const [, encoding = "utf-8"] = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? [];
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === "") throw new UsageError(`${name}: it is empty`);
  if (!text.includes("\0")) return text;
  throw new UsageError(
    `${name}: ${isUtf16(bytes) ? "it is UTF-16 without its mark: save it as UTF-8" : "it is no text"}`,
  );
}

/** Whether every second byte is zero, as in UTF-16 of Western texts. */
function isUtf16(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, Math.min(bytes.length, LOOKED_AT) & ~1);
  const zeros = [0, 1].map((from) => looked.filter((byte, i) => i % 2 === from && byte === 0).length / looked.length);
  return looked.length > 3 && Math.max(...zeros) > 0.4 && Math.min(...zeros) === 0;
}
