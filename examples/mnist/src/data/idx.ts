import { Failure } from "../failure.ts";

/** The content of one file in the IDX format, in which MNIST and Fashion-MNIST are published. */
export interface Idx {
  /** The sizes, such as `[60000, 28, 28]` for images and `[60000]` for labels. */
  readonly sizes: readonly number[];
  /** One byte a pixel or label, the last size running fastest. */
  readonly bytes: Uint8Array;
}

const UNSIGNED_BYTE = 0x08;

/** Reads an IDX file of unsigned bytes. `name` is for the message; the number of sizes must be `rank`. */
export function decodeIdx(name: string, file: Uint8Array, rank: 1 | 3): Idx {
  const headerLength = 4 + 4 * rank;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const magic = (UNSIGNED_BYTE << 8) | rank;
  if (file.length < 4 || view.getUint32(0) !== magic) {
    const start = Buffer.from(file.subarray(0, 4)).toString("hex") || "nothing";
    throw new Failure(`${name}: expected an IDX file that starts with ${hex(magic)}, received ${start}`);
  }
  if (file.length < headerLength) throw new Failure(`${name}: cut short within its header, at byte ${file.length}`);
  const sizes = Array.from({ length: rank }, (_, index) => view.getUint32(4 + 4 * index));
  const expected = sizes.reduce((product, size) => product * size, 1);
  const received = file.length - headerLength;
  if (received !== expected) {
    const problem = received < expected ? "cut short" : "too long";
    throw new Failure(
      `${name}: ${problem}: its header (${sizes.join(" × ")}) promises ${expected} bytes, received ${received}`,
    );
  }
  return { sizes, bytes: file.subarray(headerLength) };
}

/** Writes what `decodeIdx` reads. */
export function encodeIdx({ sizes, bytes }: Idx): Uint8Array {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.writeUInt32BE((UNSIGNED_BYTE << 8) | sizes.length, 0);
  sizes.forEach((size, index) => {
    header.writeUInt32BE(size, 4 + 4 * index);
  });
  return Buffer.concat([header, bytes]);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
