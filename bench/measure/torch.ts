import { fileURLToPath } from "node:url";
import { alternate, middle } from "../harness/alternate.ts";
import { pythonWithTorch } from "../harness/python.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

const SCRIPT = fileURLToPath(new URL("../sides/torch/multiStep.py", import.meta.url));

/** One step of MultiStepLR against the real PyTorch's. */
export const torch: Measurement = {
  name: "torch",
  async run({ runs: rounds }) {
    const what = "MultiStepLR.step()";
    const python = await pythonWithTorch();
    if (python === undefined) {
      return [{ what, skipped: "no python3 here can import torch (Debian: apt-get install python3-torch)" }];
    }
    const sides = { anneal: nodeSide("torch/anneal.ts"), torch: { command: [python, SCRIPT] as const } };
    const runs = await alternate(sides, rounds);
    return [
      {
        what,
        unit: "ns",
        anneal: middle(runs.anneal, "nanoseconds"),
        against: { name: "PyTorch in Python", value: middle(runs.torch, "nanoseconds") },
      },
    ];
  },
};
