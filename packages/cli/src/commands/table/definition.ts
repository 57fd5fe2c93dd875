import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";
import { onlyFlag } from "../../terminal/chartFlags.ts";

export const table: CommandDefinition = {
  name: "table",
  takes: "<source>",
  summary: "the values of a schedule at chosen steps, where it changes, and what it comes to",
  description:
    "Tells a schedule in numbers: values at chosen steps, the steps at which it changes its course, and of each " +
    "hyperparameter and group the peak, the final value, the sum of all values, and how long it rises, is flat and falls.",
  flags: [
    ...sourceFlags,
    { flags: "--at <list>", help: 'the steps to tell: such as "0,50,5ep,10%,last", separated by commas' },
    {
      flags: "--every <time>",
      help: 'a row each so many steps: such as "100" or "1ep" (default: where it begins, changes and ends)',
    },
    onlyFlag,
    { flags: "--csv", help: "print the values alone, as CSV" },
    { flags: "--json", help: "print {source, framework, unit, steps, run, curves, rows} as JSON" },
  ],
  examples: [
    [
      "anneal table 'warmupCosine({warmup: 500})' --base 0.1 --steps 5000",
      "A recipe, where it begins, changes and ends:",
    ],
    ["anneal table plan.json --steps-per-epoch 250 --every 1ep", "A row for each epoch:"],
    ["anneal table train.py --set epochs=90 --at 0,29,30,last", "Around a milestone:"],
    ["anneal table plan.json --every 10 --csv > rates.csv", "For a spreadsheet:"],
  ],
  load: () => import("./run.ts"),
};
