import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";

export const check: CommandDefinition = {
  name: "check",
  takes: "<source...>",
  summary: "find what makes a schedule train otherwise than it was meant to",
  description:
    "Judges schedules in their run by a list of rules (docs/check.md), each with a stable code: what is wrong, where, what it means in this run, and how to mend it. Exit code 1 where there are errors.",
  flags: [
    ...sourceFlags,
    { flags: "--processes <n>", help: "how many processes train together (default: 1)" },
    { flags: "--accumulate <n>", help: "how many micro-batches make one update (default: 1)" },
    { flags: "--ignore <codes>", help: "rules that are not to speak, such as AN003,AN006", repeated: true },
    { flags: "--strict", help: "warnings are errors" },
    {
      flags: "--format <name>",
      help: "how findings are told; github is annotations (default: text)",
      choices: ["text", "json", "github", "sarif"],
    },
    { flags: "--json", help: "the same as --format json" },
  ],
  examples: [
    ["anneal check 'warmupCosine({warmup: 500})' --base 0.01 --steps 400", "A warm-up that is longer than the run:"],
    ["anneal check train.py --steps 10000 --processes 8 --accumulate 4", "A training script on eight GPUs:"],
    ["anneal check config.yaml --strict --format github", "In continuous integration:"],
    ["anneal check plan.json --format sarif > anneal.sarif", "For code scanning:"],
  ],
  load: () => import("./run.ts"),
};
