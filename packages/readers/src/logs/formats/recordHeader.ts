import { maskedCrc } from "./maskedCrc.ts";

/** How many bytes stand before a record's data, and behind it. */
export const [HEADER, FOOTER]: readonly [number, number] = [12, 4];

/** How many bytes of data the record has whose header this is; undefined where it is no header. */
export function recordHeader(bytes: Uint8Array): number | undefined {
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
  if (view.getUint32(8, true) !== maskedCrc(bytes.subarray(0, 8))) return undefined;
  return view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
}
