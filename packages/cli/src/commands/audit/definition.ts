import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";
import { heightFlag, logFlag, themeFlag, widthFlag } from "../../terminal/chartFlags.ts";

export const audit: CommandDefinition = {
  name: "audit",
  takes: "<source> <log>",
  summary: "compare the rates that a run logged with its schedule, and name the bug",
  description:
    "Compares what a run logged with the schedule that it was meant to follow, and says which known bug the difference " +
    "comes from, with the rows that show it and how to mend it. A log is a table (CSV, or columns between blanks), lines of JSON or of a trainer's " +
    "console (step 10 … lr 0.001, lr: 0.001 or lr=0.001), a JSON file such as trainer_state.json or Keras' history, TensorBoard's event file, W&B's export, or - for " +
    "standard input. Exit code 0: it agrees; 1: it differs.",
  flags: [
    ...sourceFlags,
    { flags: "--column <name>", help: "the log's column of rates (default: by its name)", repeated: true },
    { flags: "--step-column <name>", help: "the log's column of steps (default: by its name)" },
    {
      flags: "--format <name>",
      help: "how the log is written (default: it is recognised)",
      choices: ["csv", "jsonl", "json", "console", "tensorboard"],
    },
    {
      flags: "--clock <unit>",
      help: "what the log's steps or rows count (default: by the column's name, updates first)",
      choices: ["update", "epoch"],
    },
    { flags: "--processes <n>", help: "how many processes train together (default: not known)" },
    { flags: "--accumulate <n>", help: "how many micro-batches make one update (default: not known)" },
    {
      flags: "--tolerance <share>",
      help: "up to which share of a rate two are the same (default: as the log's digits)",
    },
    { flags: "--group <n>", help: "only this parameter group, from 0" },
    logFlag,
    widthFlag,
    heightFlag,
    themeFlag,
    { flags: "-o, --output <file>", help: "write a picture of plan and log as well: .svg or .png" },
    { flags: "--json", help: "print {verdict, plan, log, notes, series, onlyInPlan, onlyInLog} as JSON" },
  ],
  examples: [
    ["anneal audit train.py trainer_state.json", "A run of Hugging Face's Trainer:"],
    ["anneal audit plan.json metrics.csv --processes 4", "A table, of a run on four GPUs:"],
    ["anneal audit plan.json events.out.tfevents.1700000000.host -o audit.png", "TensorBoard's file, with a picture:"],
    [
      "zcat train.log.gz | anneal audit 'warmupCosine({warmup: 500})' - --base 5e-5 --steps 10000",
      "What a trainer printed, from a pipe:",
    ],
  ],
  load: () => import("./run.ts"),
};
