import { fileURLToPath } from "node:url";
import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

const READ = fileURLToPath(new URL("../sides/interop/read.ts", import.meta.url));

/** Writing plans for other frameworks, and reading a training script, by a process that has done it before. */
export const interop: Measurement = {
  name: "interop",
  async run({ runs: rounds }) {
    const written = await alternate({ write: nodeSide("interop/write.ts") }, rounds);
    const read = await alternate({ read: { command: [process.execPath, "--import", "tsx", READ] } }, rounds);
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
    ];
  },
};
