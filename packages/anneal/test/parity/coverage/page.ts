import { entries } from "./entries.ts";
import { differences, framework, loops, notRun, shapes, summary, totals } from "./sections.ts";
import { SHAPES } from "./shapes.ts";
import { together } from "./together.ts";

/** The page docs/coverage.md, from the tables and what is written for each of their cases. */
export function coveragePage(): string {
  const all = entries();
  const rates = together(all.flatMap(({ rows }) => rows.map(({ comparison }) => comparison)));
  return `${[
    "# Coverage",
    INTRODUCTION,
    EXAMPLE,
    `In all, ${all.length + 1} tables:`,
    totals(all),
    "## Shapes",
    `${SHAPES.length} of ${SHAPES.length} distinct shapes that the frameworks have between them:`,
    shapes(),
    "## Frameworks",
    FRAMEWORKS,
    summary(all),
    ...all.flatMap(framework),
    "## Loops",
    LOOPS_TEXT,
    loops(),
    "## Not run",
    NOT_RUN_TEXT,
    notRun(),
    "## Different on purpose",
    DIFFERENT,
    ...differences(rates),
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `Made by \`npm run coverage\` from the tables in \`packages/anneal/test/parity\`, which the real frameworks computed (see
\`parity/README.md\`), and from what a user of each framework writes here for the same configuration: for plans
\`packages/anneal/test/parity/ports\`, for controllers \`controllers/setUps.ts\` beside it, for PyTorch its own class names of
\`anneal/torch\` (\`torchCompare.ts\`), for loops \`run\` (\`loopsCompare.ts\`). A test fails when this page is not what they give.

The bar for every value: \`|a - b| <= 1e-12 |b| + 1e-15 peak\`, the peak being the schedule's largest value; for frameworks
that compute in float32 \`1e-6 |b| + 1e-7 peak\`. The largest deviation is \`|a - b| / (|b| + peak / 1000)\`, or over
\`|b| + peak / 10\` for float32. "Rounded" counts values that are further away by no more than what the framework's own
formula loses where it subtracts numbers that are nearly equal.`;

const EXAMPLE = `One of the ports, that of \`get_cosine_schedule_with_warmup(optimizer, 10, 100)\`:

\`\`\`ts
import { schedule, warmupCosine } from "anneal";
const lr = schedule(warmupCosine({ warmup: 10, over: 90, cycles: 0.5 }), { base: 0.1 });
[lr(0), lr(5), lr(10), lr(100)]; // => [0, 0.05, 0.1, 0]
\`\`\``;

const FRAMEWORKS = `Values are positions that were read, times param groups, times series (momentum, weight decay, batch size). Of a plan that
differs on purpose the values that are the same count too; a case that one side refuses has none. "Here" names the main
parts of what is written.

How ten frameworks read the words of one schedule, in fourteen rows, is tested in
[seedSchedule.test.ts](../packages/anneal/test/parity/seedSchedule.test.ts), and when four kinds of plateau cut at a metric
that stays the same in [appendix.test.ts](../packages/anneal/test/controllers/appendix.test.ts).`;

const LOOPS_TEXT = `How many samples and batches an epoch has, and how many updates are made, in each epoch and in all: \`run\` against loops
that really ran.`;

const NOT_RUN_TEXT = "There is no table of these:";

const DIFFERENT = "What each name in the tables means, and in how many cases it shows:";
