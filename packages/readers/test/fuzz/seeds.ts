import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

/** What is changed: a file as people write it. */
export interface Seed {
  readonly file: string;
  readonly notation: string;
  readonly text: string;
}

const folder = new URL("../wild/", import.meta.url);
const NOTATIONS: Readonly<Record<string, string>> = {
  ".py": "python",
  ".ipynb": "notebook",
  ".sh": "flags",
  ".yaml": "yaml",
  ".toml": "toml",
  ".json": "json",
  ".md": "page",
};

/** The samples of the wild, by how they are written. */
export function wildSeeds(): ReadonlyMap<string, readonly Seed[]> {
  const seeds = new Map<string, Seed[]>();
  for (const own of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    for (const name of readdirSync(new URL(`${own.name}/`, folder))) {
      const notation = NOTATIONS[extname(name)];
      if (notation === undefined) continue;
      const file = `${own.name}/${name}`;
      const seed = { file, notation, text: readFileSync(new URL(file, folder), "utf8") };
      seeds.set(notation, [...(seeds.get(notation) ?? []), seed]);
    }
  }
  return seeds;
}
