import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

/** What is changed: a file as people write it. */
export interface Seed {
  readonly file: string;
  readonly notation: string;
  readonly text: string;
}

const FOLDERS = ["wild", "forms"].map((name) => ({ name, folder: new URL(`../${name}/`, import.meta.url) }));
const NOTATIONS: Readonly<Record<string, string>> = {
  ".py": "python",
  ".ipynb": "notebook",
  ".sh": "flags",
  ".yaml": "yaml",
  ".toml": "toml",
  ".json": "json",
  ".md": "page",
};

/** The samples of the wild and the forms, by how they are written. */
export function wildSeeds(): ReadonlyMap<string, readonly Seed[]> {
  const seeds = new Map<string, Seed[]>();
  for (const { name: of, folder } of FOLDERS) {
    for (const own of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())) {
      for (const name of readdirSync(new URL(`${own.name}/`, folder))) {
        const notation = NOTATIONS[extname(name)];
        if (notation === undefined) continue;
        const text = readFileSync(new URL(`${own.name}/${name}`, folder), "utf8");
        const seed = { file: `${of}/${own.name}/${name}`, notation, text };
        seeds.set(notation, [...(seeds.get(notation) ?? []), seed]);
      }
    }
  }
  return seeds;
}
