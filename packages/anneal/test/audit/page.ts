import { bugs, type LoopLogs } from "./cases.ts";
import { type Judged, judgeAll } from "./confusion.ts";

/** Where the page is. */
export const PAGE: URL = new URL("../../../../docs/audit-confusion.md", import.meta.url);

const percent = (part: number, whole: number): string => `${Math.round((1000 * part) / whole) / 10} %`;

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

const table = (
  head: readonly string[],
  left: readonly number[],
  rows: readonly (readonly (string | number)[])[],
): string => [line(head), line(head.map((_, i) => (left.includes(i) ? "---" : "--:"))), ...rows.map(line)].join("\n");

/** How often each bug was called what, as the page that users read. */
export function page(loops: readonly LoopLogs[], judged: readonly Judged[] = judgeAll(loops)): string {
  const names = Object.keys(bugs);
  const of = (bug: string): readonly Judged[] => judged.filter(({ given }) => given.bug === bug);
  const count = (of: readonly Judged[], outcome: Judged["outcome"]): number =>
    of.filter((one) => one.outcome === outcome).length;
  const clean = of("none");
  const wrong = judged.filter(({ given }) => given.bug !== "none");
  const [right, ties] = [count(wrong, "right"), count(wrong, "tie")];
  const columns = ["agrees", ...names.slice(1), "unknown"];
  const other = [...new Set(judged.map(({ named }) => named))].filter((name) => !columns.includes(name)).sort();
  const called = [...columns.slice(0, -1), ...other, "unknown"];
  return `# What the audit calls which bug

Made by \`npm run audit:confusion\` from ${judged.length} logs that real training loops left, each with one bug or none, and held by a
test. The loops are in [\`parity/audit\`](../parity/README.md#the-audited-runs); the logs are rounded, thinned, have
holes, rows without a rate, repeated rows and lost ends, as real ones do.

- **False alarms**: ${clean.length - count(clean, "right")} on ${clean.length} logs without a bug.
- **Named rightly**: ${right} of the ${wrong.length - ties} logs whose rows tell their bug, ${percent(right, wrong.length - ties)}.
- **Ties**: the rows of ${ties} more logs are also, to their last digit, what another bug leaves (a rate that stays where it is
  may be a scheduler that is never stepped, or one whose first milestone is still to come). The audit then names the
  simplest and lists the true one among what the rows do not rule out.

${table(
  ["bug", "what happened", "logs", "named so", "ties", "wrong"],
  [0, 1],
  names.map((bug) => {
    const all = of(bug);
    const what = bugs[bug as keyof typeof bugs];
    return [`\`${bug}\``, what, all.length, count(all, "right"), count(all, "tie"), count(all, "wrong")];
  }),
)}

## The table

A row is what a run had, a column what it was called.

${table(
  ["", ...called],
  [0],
  names.map((bug) => [bug, ...called.map((name) => of(bug).filter(({ named }) => named === name).length || "")]),
)}

## The loops

${table(
  ["loop", "logs", "without a bug", "ran"],
  [0, 3],
  loops.map(({ loop, ran, cases }) => {
    return [loop, cases.length, cases.filter(({ bug }) => bug === "none").length, ran];
  }),
)}
`;
}
