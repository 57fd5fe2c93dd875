import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";
import { onlyFlag, themeFlag, widthFlag } from "../../terminal/chartFlags.ts";

export const plot: CommandDefinition = {
  name: "plot",
  takes: "<source...>",
  summary: "draw schedules in the terminal, or to a picture",
  description:
    "Draws schedules over their run: all groups and hyperparameters, several sources over each other. Pictures are exact " +
    "at every corner; values are those of every update, of some where there are more than a million.",
  flags: [
    ...sourceFlags,
    { flags: "--log", help: "values on a logarithmic scale, without what is below a millionth of the peak" },
    onlyFlag,
    widthFlag,
    { flags: "--height <n>", help: "rows of the chart (default: 16), or pixels of a picture" },
    { flags: "--title <text>", help: "what stands above a picture" },
    themeFlag,
    { flags: "-o, --output <file>", help: "write a picture or the values instead: .svg, .png, .csv or .json" },
    {
      flags: "--json",
      help: "print {unit, every, steps, curves: [{name, hyperparameter, group, values}]} as JSON instead",
    },
  ],
  examples: [
    ["anneal plot 'warmupCosine({warmup: 500})' --base 0.1 --steps 5000", "A recipe, as the library writes it:"],
    ["anneal plot train.py --set 'len(loader)=250'", "The scheduler of a training script:"],
    ["anneal plot before.json after.json --log", "Two plans over each other:"],
    ["anneal plot plan.json -o plan.png --title 'Run 7'", "A picture:"],
    ["anneal plot plan.json -o plan.csv", "The value of every update:"],
  ],
  load: () => import("./run.ts"),
};
