import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement, Row, Skipped } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

const SCRIPT = fileURLToPath(new URL("../sides/peers/cosine.py", import.meta.url));
const ENVIRONMENTS = new URL("../../parity/.venv/", import.meta.url);

/** What each real framework offers: stepping an optimizer, or a function of the count. */
const PEERS = [
  { name: "pytorch", environment: "torchCurrent", figure: "step", what: "CosineAnnealingLR.step()" },
  { name: "timm", environment: "timm", figure: "step", what: "CosineLRScheduler.step_update()" },
  { name: "optax", environment: "optax", figure: "read", what: "cosine_decay_schedule(count)" },
  { name: "optax.jit", environment: "optax", figure: "read", what: "the same under jax.jit" },
] as const;

/** A half cosine in the real frameworks, in the environments of the parity tables. */
export const peers: Measurement = {
  name: "peers",
  async run({ runs: rounds }) {
    const rows: (Row | Skipped)[] = [];
    for (const { name, environment, figure, what } of PEERS) {
      const python = fileURLToPath(new URL(`${environment}/bin/python`, ENVIRONMENTS));
      if (!existsSync(python)) {
        rows.push({ what, skipped: `no environment of ${environment} (npm run parity -- ${environment} makes it)` });
        continue;
      }
      const sides = { anneal: nodeSide("peers/anneal.ts"), theirs: { command: [python, SCRIPT, name] as const } };
      const runs = await alternate(sides, rounds);
      rows.push({
        what: figure === "step" ? "Scheduler.step(), half cosine" : "schedule(t), half cosine",
        unit: "ns",
        anneal: middle(runs.anneal, figure),
        against: { name: `${name}: ${what}`, value: middle(runs.theirs, "nanoseconds") },
      });
    }
    return rows;
  },
};
