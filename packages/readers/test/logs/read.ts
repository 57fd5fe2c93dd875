import { type Log, type LogOptions, readLog } from "anneal-readers/logs";

/** Bytes as a stream, in pieces of so many. */
export async function* stream(bytes: Uint8Array, piece: number = bytes.length): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += Math.max(piece, 1)) yield bytes.subarray(at, at + Math.max(piece, 1));
}

/** Reads a log that is given as text or bytes. */
export function readText(log: string | Uint8Array, options?: LogOptions, piece?: number): Promise<Log> {
  const bytes = typeof log === "string" ? Buffer.from(log) : log;
  return readLog(stream(bytes, piece), options);
}

/** The rows of the only series of a log. */
export function rowsOf({ series }: Log): readonly (readonly [step: number, rate: number])[] {
  const [one, ...more] = series;
  if (!one || more.length > 0) throw new Error(`the log has ${series.length} series`);
  return [...one.steps].map((step, i) => [step, one.rates[i] as number]);
}
