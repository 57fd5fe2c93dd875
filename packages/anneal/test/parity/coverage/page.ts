import type { Comparison } from "../compare.ts";
import { DIFFERENCES } from "../differences.ts";
import type { Table } from "../port.ts";
import { TABLES } from "../tables.ts";
import { compareAll } from "./compareAll.ts";
import { SHAPES } from "./shapes.ts";

/** The page docs/coverage.md, from the tables and what is written for each of their cases. */
export function coveragePage(): string {
  const compared = [...TABLES.values()].map((table) => [table, compareAll(table)] as const);
  const all = compared.flatMap(([, schedules]) => [...schedules.values()]);
  return `${[
    "# Coverage",
    INTRODUCTION,
    EXAMPLE,
    `In all: ${compared.length} tables, ${all.length} schedules, ${sum(all, "cases")} cases, ${sum(all, "positions")} values.`,
    "## Shapes",
    `${SHAPES.length} of ${SHAPES.length} distinct shapes that the frameworks have between them:`,
    tableOf(["#", "Shape", "Here"], SHAPES.map(shapeRow)),
    "## Frameworks",
    ...compared.flatMap(([table, schedules]) => framework(table, schedules)),
    "## Not run",
    NOT_RUN,
    "## Different on purpose",
    tableOf(["Name", "Why", "Cases"], differences(all)),
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `Made by \`npm run coverage\` from the tables in \`packages/anneal/test/parity\`, which the real frameworks computed (see
\`parity/README.md\`), and from what a user of each framework writes here for the same configuration
(\`packages/anneal/test/parity/ports\`). A test fails when this page is not what they give.

The bar for every value: \`|a - b| <= 1e-12 |b| + 1e-15 peak\`, the peak being the case's largest value; for frameworks
that compute in float32 \`1e-6 |b| + 1e-7 peak\`. The largest deviation is \`|a - b| / (|b| + peak / 1000)\`, or over
\`|b| + peak / 10\` for float32. "Rounded" counts values that are further away by no more than what the framework's own
formula loses where it subtracts numbers that are nearly equal.`;

const EXAMPLE = `One of the ports, that of \`get_cosine_schedule_with_warmup(optimizer, 10, 100)\`:

\`\`\`ts
import { schedule, warmupCosine } from "anneal";
const lr = schedule(warmupCosine({ warmup: 10, over: 90, cycles: 0.5 }), { base: 0.1 });
[lr(0), lr(5), lr(10), lr(100)]; // => [0, 0.05, 0.1, 0]
\`\`\``;

const NOT_RUN = `maskrcnn-benchmark and Deformable-ConvNets are on no registry, and so there is no table of theirs: their formulas are
tested where the seed schedule is read through every framework (\`packages/anneal/test/parity/seedSchedule.test.ts\`).`;

const sum = (all: readonly Comparison[], key: "cases" | "positions"): string =>
  all.reduce((total, one) => total + one[key], 0).toLocaleString("en-US");

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

function shapeRow({ shape, names, how }: (typeof SHAPES)[number], i: number): string[] {
  const here = names
    .map((name) => name.split(":"))
    .map(([entry, name]) => (name ? `\`${name}\` of \`${entry}\`` : `\`${entry}\``));
  return [String(i + 1), shape, here.join(", ") + (how ? `: ${how}` : "")];
}

function framework({ framework, version, ran }: Table, schedules: ReadonlyMap<string, Comparison>): string[] {
  const head = ["Schedule", "Cases", "Values", "Largest deviation", "Rounded", "Both refuse", "Different on purpose"];
  return [`### ${framework} ${version}`, `Ran: ${ran}.`, tableOf(head, [...schedules].map(scheduleRow))];
}

function scheduleRow([name, one]: readonly [string, Comparison]): string[] {
  const first = [`\`${name}\``, String(one.cases)];
  if (one.elsewhere) return [...first, "", one.elsewhere, "", "", ""];
  if (one.failures.length > 0) return [...first, "", "not the same", "", "", ""];
  const different = Object.entries(one.different).map(([reason, cases]) => `${reason}: ${cases}`);
  const deviation = one.deviation === 0 ? "0" : one.deviation.toExponential(1);
  return [...first, one.positions, deviation, one.rounded || "", one.refused || "", different.join(", ")].map(String);
}

function differences(all: readonly Comparison[]): string[][] {
  return Object.entries(DIFFERENCES).map(([name, why]) => {
    const cases = all.reduce((total, { different }) => total + (different[name] ?? 0), 0);
    return [name, why, String(cases)];
  });
}
