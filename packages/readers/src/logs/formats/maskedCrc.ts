import crc32c from "crc-32/crc32c.js";

/** The checksum of a TFRecord: CRC-32C, rotated and moved, so that data with checksums in it can be summed again. */
export function maskedCrc(bytes: Uint8Array): number {
  const sum = crc32c.buf(bytes, 0) >>> 0;
  return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
}
