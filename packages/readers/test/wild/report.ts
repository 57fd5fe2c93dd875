import { pathToFileURL } from "node:url";
import { goldens, judge, type Outcome, type Sample, samples, wrong } from "./samples.ts";

const COLUMNS = ["full", "needs", "partly", "refused"] as const;

/** Counts for one framework. */
export type Row = Readonly<Record<Outcome | "samples" | "compared" | "wrong", number>>;

/** How the samples are read, by framework and in all: compared with the real framework, and wrong. */
export function summary(of: readonly Sample[] = samples): ReadonlyMap<string, Row> {
  const rows = new Map<string, Record<keyof Row, number>>();
  const row = (name: string): Record<keyof Row, number> => {
    const found = rows.get(name) ?? { samples: 0, full: 0, needs: 0, partly: 0, refused: 0, compared: 0, wrong: 0 };
    rows.set(name, found);
    return found;
  };
  for (const sample of of) {
    const { outcome } = judge(sample);
    const compared = Number(sample.file in goldens);
    const off = Number(wrong(sample) !== undefined);
    for (const one of [row(sample.file.split("/")[0] as string), row("all")]) {
      one.samples++;
      one[outcome]++;
      one.compared += compared;
      one.wrong += off;
    }
  }
  return rows;
}

/** The table as Markdown. */
export function table(rows: ReadonlyMap<string, Row>): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  const columns = ["samples", ...COLUMNS, "compared", "wrong"] as const;
  const ordered = [...rows].sort(
    ([a, x], [b, y]) => Number(a === "all") - Number(b === "all") || y.samples - x.samples,
  );
  return [
    line(["framework", "samples", "full", "only named unknowns", "partly", "refused", "compared", "wrong"]),
    line(["---", ...columns.map(() => "---:")]),
    ...ordered.map(([name, row]) => line([name, ...columns.map((column) => row[column])])),
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(table(summary()));
