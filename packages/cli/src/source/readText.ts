import { open, readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { nearest } from "anneal-readers/nearest";
import type { Io } from "../io.ts";
import { UsageError } from "../usageError.ts";
import { decode, MOST_BYTES } from "./decode.ts";
import { looksLikeCall } from "./looksLikeCall.ts";

/** The text of a source, and what errors call it: the file as it was given, `-`, or `argument`. */
export async function readText(given: string, io: Io): Promise<{ readonly file: string; readonly text: string }> {
  if (given === "-") return { file: "-", text: decode("standard input", await io.input()) };
  if (looksLikeCall(given)) return { file: "argument", text: given };
  try {
    return { file: given, text: decode(given, await bytesOf(given)) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${given.trim() === "" ? JSON.stringify(given) : given}: ${code === "ENOENT" ? await missing(given) : (WHY.get(code) ?? message)}`,
    );
  }
}

/** Why a file cannot be read, by the system's word. */
const WHY: ReadonlyMap<string | undefined, string> = new Map([
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "there is no such file"],
  ["EACCES", "it may not be read"],
  ["EPERM", "it may not be read"],
  ["ENAMETOOLONG", "there is no such file"],
  ["ELOOP", "its links lead in a circle"],
]);

/** A file's bytes; what has no end, or is no schedule by its size, is refused before it is in memory. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 2 ** 18 })) {
      length += (chunk as Buffer).length;
      if (length > MOST_BYTES) throw new UsageError(`${path}: it has more than 64 MiB, and is no schedule`);
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

/** What to say where there is no file: which one was probably meant, or that it is the name of a recipe. */
async function missing(given: string): Promise<string> {
  const none = "there is no such file";
  if (given === "") return none;
  const { MAKERS } = await import("./makers.ts");
  const recipe = /^\w+$/.test(given) ? nearest(given, [...MAKERS.keys()]) : undefined;
  if (recipe !== undefined) return `${none}; a call has its parentheses: '${recipe}({…})'`;
  const beside = await readdir(dirname(given)).catch(() => undefined);
  if (!beside) return `${none}, and no folder ${dirname(given)}`;
  const meant = nearest(basename(given), beside);
  return meant === undefined ? none : `${none}; did you mean ${given.slice(0, -basename(given).length)}${meant}?`;
}
