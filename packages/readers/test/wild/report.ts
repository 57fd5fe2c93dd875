import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { checkAll, spoken } from "./checks.ts";
import { judge, type Outcome, type Sample, samples, wild, wrong } from "./samples.ts";

/** Where the page is. */
export const PAGE: URL = new URL("../../../../docs/in-the-wild.md", import.meta.url);

const COLUMNS = ["full", "needs", "partly", "refused"] as const;

/** Counts for one framework. */
export type Row = Readonly<Record<Outcome | "samples" | "compared" | "wrong", number>>;

const rowsBy = <Key extends string>(keys: readonly Key[]) => {
  const rows = new Map<string, Record<Key, number>>();
  return {
    rows,
    row: (name: string): Record<Key, number> => {
      const found = rows.get(name) ?? (Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>);
      rows.set(name, found);
      return found;
    },
  };
};

const folderOf = (sample: Sample): string => sample.file.split("/")[0] as string;

/** How the samples are read, by framework and in all: compared with the real framework, and wrong. */
export function summary(of: readonly Sample[] = samples): ReadonlyMap<string, Row> {
  const { rows, row } = rowsBy(["samples", ...COLUMNS, "compared", "wrong"]);
  for (const sample of of) {
    const off = wrong(sample) !== undefined;
    const { outcome } = judge(sample);
    for (const one of [row(folderOf(sample)), row("all")]) {
      one.samples++;
      // A wrong curve is not read, whatever it looks like.
      if (!off) one[outcome]++;
      one.compared += Number(sample.file in wild.goldens);
      one.wrong += Number(off);
    }
  }
  return rows;
}

/** What the reader made of each sample when it was first given it. */
export function firstContact(of: readonly Sample[] = samples): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const { rows, row } = rowsBy(["samples", ...COLUMNS, "wrong", "asExpected"]);
  for (const sample of of) {
    if (!sample.first) continue;
    for (const one of [row(folderOf(sample)), row("all")]) {
      one.samples++;
      one[sample.first.outcome]++;
      one.asExpected += Number(sample.first.outcome === sample.first.expected);
    }
  }
  return rows;
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

const grid = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");

/** A table by frameworks as Markdown, of most samples first. */
function table(
  rows: ReadonlyMap<string, Readonly<Record<string, number>>>,
  columns: Readonly<Record<string, string>>,
): string {
  const ordered = [...rows].sort(
    ([a, x], [b, y]) =>
      Number(a === "all") - Number(b === "all") || (y.samples as number) - (x.samples as number) || (a < b ? -1 : 1),
  );
  const cells = (row: Readonly<Record<string, number>>) => Object.keys(columns).map((column) => row[column] as number);
  return grid(
    ["framework", ...Object.values(columns)],
    ordered.map(([name, row]) => [name, ...cells(row)]),
  );
}

const OUTCOMES = { full: "full", needs: "only named unknowns", partly: "partly", refused: "refused" };

/** The page that users read. */
export function page(): string {
  const { checked, said } = checkAll();
  const repositories = new Set(samples.map(({ source }) => source?.repository)).size;
  const rules = spoken(said);
  const faults = samples.filter(({ fault }) => fault !== undefined);
  const share = (right: number, of: number): string => (of === 0 ? "" : `${Math.round((100 * right) / of)} %`);
  return `# Schedules as public projects write them

Made by \`npm run wild\` and held by a test: ${samples.length} samples, each a minimal file of our own that restates the
arguments and numbers of one public file, from ${repositories} repositories.
[\`packages/readers/test/wild/index.json\`](../packages/readers/test/wild/index.json) has each one's repository, path and
commit. What a sample's curve is compared to are the rates that the real framework gives, in \`goldens.json\` beside it.

## How they are read

${table(summary(), { samples: "samples", ...OUTCOMES, compared: "compared", wrong: "wrong" })}

${
  faults.length === 0
    ? "No curve is wrong."
    : `Wrong until mended:\n\n${faults.map(({ file, fault }) => `- \`${file}\`: ${fault}.`).join("\n")}`
}

## At first contact

What the reader made of each sample when it was first given it, before anything was mended; what a reader of the file would
say was written down before.

${table(firstContact(), { samples: "samples", ...OUTCOMES, wrong: "wrong", asExpected: "as written down before" })}

## What \`anneal check\` says of them

Of the ${checked} plans that are read rightly, with the facts that their files state; where a file does not say how long the
run is, most rules are silent. A finding is right if it holds of the public file; why, for each, is in
[\`verdicts.json\`](../packages/readers/test/wild/verdicts.json).

${grid(
  ["rule", "speaks", "rightly", "precision"],
  [
    ...rules.map(({ code, title, said, right }) => [`${code}: ${title}`, said, right, share(right, said)]),
    [
      "all",
      said.length,
      rules.reduce((sum, { right }) => sum + right, 0),
      share(
        rules.reduce((sum, { right }) => sum + right, 0),
        said.length,
      ),
    ],
  ],
)}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(PAGE, page());
  console.log(page());
}
