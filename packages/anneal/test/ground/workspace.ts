import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

const LEFT_OUT = new Set(["node_modules", "dist", ".cache", "runs"]);

/** Every file with one of the endings below a folder, as paths from the root with forward slashes, sorted. */
export function filesUnder(folder: string, endings: readonly string[]): string[] {
  if (!exists(folder)) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesUnder(path, endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    })
    .sort();
}

/** The folders one level below a folder, as paths from the root. */
export function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`);
}

/** Whether there is a file or a folder, by its path from the root. */
export function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** A file's text, by its path from the root. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** What a relative specifier in a file points at, as a path from the root; begins with `..` when outside. */
export function target(file: string, specifier: string): string {
  return relative(ROOT, resolve(ROOT, file, "..", specifier)).replaceAll("\\", "/");
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A package.json, by its folder from the root. */
export function manifest(folder: string): Manifest {
  return JSON.parse(read(`${folder}/package.json`)) as Manifest;
}

/** The library's published entries: what a user imports, and the source file behind it. */
export function publishedEntries(): { readonly specifier: string; readonly source: string; readonly built: string }[] {
  const { name, exports = {} } = manifest("packages/anneal");
  return Object.entries(exports)
    .filter(([, built]) => built.endsWith(".js"))
    .map(([subpath, built]) => ({
      specifier: `${name}${subpath.slice(1)}`,
      source: `packages/anneal/${built.replace("./dist/", "src/").replace(/\.js$/, ".ts")}`,
      built: `packages/anneal/${built.slice(2)}`,
    }));
}
