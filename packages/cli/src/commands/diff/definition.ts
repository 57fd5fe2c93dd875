import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";
import { logFlag } from "../../terminal/chartFlags.ts";

export const diff: CommandDefinition = {
  name: "diff",
  takes: "<a> <b>",
  summary: "measure how far two schedules are apart, and name the convention that it comes from",
  description:
    "Compares two schedules at every update: hyperparameter by hyperparameter, group by group. What the flags say of " +
    "the run goes for both. Exit code 0: they are the same; 1: they differ.",
  flags: [
    ...sourceFlags.map((flag) =>
      flag.flags.startsWith("--from") ? { ...flag, help: flag.help.replace("the source", "both sources") } : flag,
    ),
    { flags: "--tolerance <share>", help: "up to which share of a value two are the same (default: 1e-12)" },
    logFlag,
    { flags: "--width <n>", help: "columns of the chart (default: as the terminal)" },
    { flags: "--height <n>", help: "rows of the chart (default: 12)" },
    { flags: "--json", help: "print {same, runs, curves, onlyInA, onlyInB} as JSON" },
  ],
  examples: [
    ["anneal diff old.json new.json --base 0.1 --steps 5000", "Whether a plan is still the same:"],
    [
      "anneal diff train.py config.yaml --set 'len(loader)=250'",
      "Whether a configuration means what the script before it meant:",
    ],
    [
      "anneal diff 'multiStep({milestones: [30, 60]})' 'multiStep({milestones: [30, 60], inclusive: false})' --base 0.1 --steps 90",
      "What one option changes, named:",
    ],
    ["anneal diff plan.json logged.py --tolerance 1e-6", "Up to the rounding of 32 bits:"],
  ],
  load: () => import("./run.ts"),
};
