import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** How a scalar is put into a summary: as TensorFlow 1 and PyTorch do, or as a tensor, by one of its fields. */
export type As = "simple" | "tensor" | "content" | "double" | "half" | "bfloat16";

/** CRC-32C bit by bit, which no library computes. */
function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function masked(bytes: Uint8Array): Buffer {
  const crc = crc32c(bytes);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0);
  return sum;
}

/** What stands before the data of a record that is so long. */
export function recordHeaderOf(bytes: number): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes));
  return Buffer.concat([length, masked(length)]);
}

/** A record as TFRecord frames it. */
export function frame(data: Uint8Array): Buffer {
  return Buffer.concat([recordHeaderOf(data.length), data, masked(data)]);
}

const VERSION = new BinaryWriter()
  .tag(1, WireType.Bit64)
  .double(1e9)
  .tag(3, WireType.LengthDelimited)
  .string("brain.Event:2");

/** The beginning of every event file. */
export const versionRecord: Buffer = frame(VERSION.finish());

/** The record of one event with one scalar. */
export function scalarRecord(tag: string, step: number, value: number, as: As = "simple"): Buffer {
  const one = new BinaryWriter().tag(1, WireType.LengthDelimited).string(tag);
  if (as === "simple") one.tag(2, WireType.Bit32).float(value);
  else one.tag(8, WireType.LengthDelimited).bytes(tensor(value, as));
  const summary = new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(one.finish()).finish();
  const event = new BinaryWriter().tag(1, WireType.Bit64).double(1e9).tag(2, WireType.Varint).int64(step);
  return frame(event.tag(5, WireType.LengthDelimited).bytes(summary).finish());
}

function tensor(value: number, as: Exclude<As, "simple">): Uint8Array {
  const type = { tensor: 1, content: 1, double: 2, half: 19, bfloat16: 14 }[as];
  const made = new BinaryWriter()
    .tag(1, WireType.Varint)
    .int32(type)
    .tag(2, WireType.LengthDelimited)
    .bytes(new Uint8Array());
  if (as === "tensor") made.tag(5, WireType.LengthDelimited).bytes(new BinaryWriter().float(value).finish());
  else if (as === "content") made.tag(4, WireType.LengthDelimited).bytes(new BinaryWriter().float(value).finish());
  else if (as === "double") made.tag(6, WireType.LengthDelimited).bytes(new BinaryWriter().double(value).finish());
  else made.tag(13, WireType.LengthDelimited).bytes(new BinaryWriter().int32(bitsOf(value, as)).finish());
  return made.finish();
}

/** The bits of a value that has them exactly. */
function bitsOf(value: number, as: "half" | "bfloat16"): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  const bits = view.getUint32(0);
  if (as === "bfloat16") return bits >>> 16;
  const exponent = ((bits >>> 23) & 255) - 127 + 15;
  return ((bits >>> 16) & 0x8000) | (exponent << 10) | ((bits >>> 13) & 1023);
}
