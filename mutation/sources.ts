import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { FOLDERS } from "./tests.ts";

/** The repository's root. */
export const ROOT: URL = new URL("../", import.meta.url);

/** Where the mutated folders are, below the root. */
export const SOURCES = "packages/anneal/src/";

/** The text of a file such as `kinds/linear.ts`; undefined if there is none. */
export function textOf(file: string): string | undefined {
  const place = new URL(SOURCES + file, ROOT);
  return existsSync(place) ? readFileSync(place, "utf8") : undefined;
}

/** The lines that are code: no comments, imports or blanks. */
export function codeOf(text: string): string[] {
  return text.split("\n").filter((line) => !/^\s*(\/?\*|\/\/|import |$)/.test(line));
}

/** By what a result knows the text that it is about; a comment makes no difference. */
export function digestOf(text: string): string {
  return createHash("sha256").update(codeOf(text).join("\n")).digest("hex").slice(0, 16);
}

/** The files that a word names: a folder, a file, or with no word at all. */
export function filesOf(words: readonly string[]): string[] {
  const files = (words.length ? words : FOLDERS).flatMap((word) => {
    const folder = word.replace(/\/$/, "");
    if (!FOLDERS.includes(folder.split("/")[0] as string))
      throw new Error(`${word} is in none of ${FOLDERS.join(", ")}`);
    if (!FOLDERS.includes(folder)) return [folder];
    const names = readdirSync(new URL(`${SOURCES}${folder}/`, ROOT)).filter((name) => name.endsWith(".ts"));
    return names.sort().map((name) => `${folder}/${name}`);
  });
  const missing = files.filter((file) => textOf(file) === undefined);
  if (missing.length) throw new Error(`no file ${SOURCES}${missing.join(`, ${SOURCES}`)}`);
  return files;
}
