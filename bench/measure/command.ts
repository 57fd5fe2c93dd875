import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

const COMMAND = fileURLToPath(new URL("../../packages/cli/dist/anneal.js", import.meta.url));

const PLAN = {
  kind: "sequence",
  parts: [
    { kind: "linear", from: 0, to: "1x", over: 500 },
    { kind: "cosine", from: "last", to: 0, over: "rest" },
  ],
};

/** The built command from its start to its end: a small plan, and one of ten million steps. */
export const command: Measurement = {
  name: "command",
  async run({ runs: rounds }) {
    if (!existsSync(COMMAND)) throw new Error("the command is not built: npm run build");
    const folder = mkdtempSync(join(tmpdir(), "anneal-bench-"));
    const plan = join(folder, "plan.json");
    writeFileSync(plan, JSON.stringify(PLAN));
    const plot = (steps: string) =>
      nodeSide("command/run.ts", [COMMAND, "plot", plan, "--base", "0.1", "--steps", steps]);
    const sides = { node: nodeSide("command/run.ts", ["-e", "0"]), small: plot("5000"), large: plot("10000000") };
    const found = await alternate(sides, rounds).finally(() => rmSync(folder, { recursive: true }));
    const [node, small, large] = [found.node, found.small, found.large].map((runs) => middle(runs, "milliseconds"));
    const unit = "ms";
    return [
      { what: "anneal plot, a small plan", unit, anneal: small as number, bar: 150 },
      {
        what: "anneal plot, a small plan",
        unit,
        anneal: small as number,
        against: { name: "node -e 0", value: node as number },
      },
      { what: "anneal plot, 10⁷ steps", unit, anneal: large as number, bar: 300 },
      {
        what: "anneal plot, 10⁷ steps",
        unit,
        anneal: large as number,
        against: { name: "5000 steps", value: small as number },
      },
      { what: "memory of anneal plot, 10⁷ steps", unit: "MB", anneal: middle(found.large, "megabytes"), bar: 150 },
    ];
  },
};
