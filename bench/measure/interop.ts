import { fileURLToPath } from "node:url";
import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

const LARGE = fileURLToPath(new URL("../sides/interop/readLarge.ts", import.meta.url));
const READ = fileURLToPath(new URL("../sides/interop/read.ts", import.meta.url));

/** Large texts, and how long each may take: 200 ms a megabyte; no text has more schedules than 500. */
const TEXTS: Readonly<Record<string, { readonly what: string; readonly bar: number }>> = {
  python: { what: "a megabyte of dense Python", bar: 200 },
  loops: { what: "a megabyte of dense Python with 500 schedules and their loops", bar: 200 },
  schedules: { what: "500 schedules", bar: 200 },
  toml: { what: "a megabyte of TOML's tables", bar: 200 },
  deepspeed: { what: "100,000 groups of DeepSpeed's", bar: 200 },
  yaml: { what: "a megabyte of YAML", bar: 200 },
};

/** Writing plans for other frameworks, and reading a training script, by a process that has done it before. */
export const interop: Measurement = {
  name: "interop",
  async run({ runs: rounds }) {
    const written = await alternate({ write: nodeSide("interop/write.ts") }, rounds);
    const read = await alternate({ read: { command: [process.execPath, "--import", "tsx", READ] } }, rounds);
    const large = await alternate({ large: { command: [process.execPath, "--import", "tsx", LARGE] } }, rounds);
    const writers = Object.keys(written.write).filter((name) => name.startsWith("to"));
    return [
      ...writers.map((name) => ({
        what: `${name}, five plans, each`,
        unit: "ms" as const,
        anneal: middle(written.write, name),
        bar: 1,
      })),
      {
        what: "reading a training script of 2,000 lines",
        unit: "ms" as const,
        anneal: middle(read.read, "milliseconds"),
        bar: 50,
      },
      ...Object.entries(TEXTS).map(([name, { what, bar }]) => ({
        what: `reading ${what}`,
        unit: "ms" as const,
        anneal: middle(large.large, name),
        bar,
      })),
    ];
  },
};
