import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";

/** One number of a summary. */
export interface Scalar {
  readonly tag: string;
  readonly value: number;
}

/** What is read of TensorFlow's `Event`. */
export interface LoggedEvent {
  readonly step: number;
  readonly scalars: readonly Scalar[];
}

/** The types of a tensor that numbers of a log have: `DT_FLOAT`, `DT_DOUBLE`, `DT_INT32`, `DT_INT64`, `DT_HALF`, `DT_BFLOAT16`. */
const TYPES = { float: 1, double: 2, int32: 3, int64: 9, bfloat16: 14, half: 19 } as const;

/** Calls a function at each field of a message; what it does not read is passed over. */
function fields(bytes: Uint8Array, read: (field: number, type: WireType, from: BinaryReader) => boolean): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (!read(field, type, reader)) reader.skip(type, field);
  }
}

/** Reads an `Event` (tensorflow/core/util/event.proto): its step, and the scalars of its summary. */
export function readEvent(bytes: Uint8Array): LoggedEvent {
  let step = 0;
  const scalars: Scalar[] = [];
  fields(bytes, (field, type, from) => {
    if (field === 2 && type === WireType.Varint) step = Number(from.int64());
    else if (field === 5 && type === WireType.LengthDelimited) readSummary(from.bytes(), scalars);
    else return false;
    return true;
  });
  return { step, scalars };
}

/** `Summary` (tensorflow/core/framework/summary.proto): a list of values. */
function readSummary(bytes: Uint8Array, into: Scalar[]): void {
  fields(bytes, (field, type, from) => {
    if (field !== 1 || type !== WireType.LengthDelimited) return false;
    let [tag, value] = ["", undefined as number | undefined];
    fields(from.bytes(), (field, type, from) => {
      if (field === 1 && type === WireType.LengthDelimited) tag = from.string();
      else if (field === 2 && type === WireType.Bit32) value = from.float();
      else if (field === 8 && type === WireType.LengthDelimited) value = scalarOf(from.bytes());
      else return false;
      return true;
    });
    if (value !== undefined) into.push({ tag, value });
    return true;
  });
}

/** The number of a `TensorProto` with one entry; undefined where it has more, or is no number. */
function scalarOf(bytes: Uint8Array): number | undefined {
  let [type, size] = [0, 1];
  let content: Uint8Array | undefined;
  const values: number[] = [];
  fields(bytes, (field, wire, from) => {
    const packed = wire === WireType.LengthDelimited;
    const all = (one: (from: BinaryReader) => number): true => {
      const inner = packed ? new BinaryReader(from.bytes()) : from;
      // One is enough to know that it is none, and a histogram has many.
      do values.push(one(inner));
      while (packed && inner.pos < inner.len && values.length < 2);
      return true;
    };
    if (field === 1 && wire === WireType.Varint) type = from.int32();
    else if (field === 2 && packed) size = sizeOf(from.bytes());
    else if (field === 4 && packed) content = from.bytes();
    else if (field === 5) return all((one) => one.float());
    else if (field === 6) return all((one) => one.double());
    else if (field === 7) return all((one) => one.int32());
    else if (field === 10) return all((one) => Number(one.int64()));
    else if (field === 13) return all((one) => fromBits(one.int32(), type));
    else return false;
    return true;
  });
  if (size !== 1 || values.length > 1) return undefined;
  return values[0] ?? (content && content.length > 0 ? fromBytes(content, type) : undefined);
}

/** How many entries a `TensorShapeProto` means. */
function sizeOf(bytes: Uint8Array): number {
  let size = 1;
  fields(bytes, (field, type, from) => {
    if (field !== 2 || type !== WireType.LengthDelimited) return false;
    let own = 0;
    fields(from.bytes(), (field, type, from) => {
      if (field !== 1 || type !== WireType.Varint) return false;
      own = Number(from.int64());
      return true;
    });
    size *= own;
    return true;
  });
  return size;
}

function fromBytes(bytes: Uint8Array, type: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { byteLength: length } = bytes;
  if (type === TYPES.float && length === 4) return view.getFloat32(0, true);
  if (type === TYPES.double && length === 8) return view.getFloat64(0, true);
  if (type === TYPES.int32 && length === 4) return view.getInt32(0, true);
  if (type === TYPES.int64 && length === 8) return Number(view.getBigInt64(0, true));
  return length === 2 ? fromBits(view.getUint16(0, true), type) : undefined;
}

/** A half or a bfloat16 from its bits. */
function fromBits(bits: number, type: number): number {
  if (type === TYPES.bfloat16) {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, bits << 16);
    return view.getFloat32(0);
  }
  if (type !== TYPES.half) return Number.NaN;
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction === 0 ? sign / 0 : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}
