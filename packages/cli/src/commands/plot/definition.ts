import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";

export const plot: CommandDefinition = {
  name: "plot",
  takes: "<source...>",
  summary: "draw schedules in the terminal, or to a picture",
  description: "Draws schedules over their run: all groups and hyperparameters, several sources over each other.",
  flags: [
    ...sourceFlags,
    { flags: "--log", help: "values on a logarithmic scale" },
    { flags: "--only <names>", help: "these hyperparameters alone, separated by commas" },
    { flags: "--width <n>", help: "columns of the chart (default: as the terminal)" },
    { flags: "--height <n>", help: "rows of the chart (default: 16)" },
    { flags: "-o, --output <file>", help: "write a picture or the values: .svg, .png, .csv or .json" },
    { flags: "--json", help: "print the values that are drawn, as JSON" },
  ],
  examples: [
    ["anneal plot 'warmupCosine({warmup: 500})' --base 0.1 --steps 5000", "A recipe, as the library writes it:"],
    ["anneal plot train.py --set 'len(loader)=250'", "The scheduler of a training script:"],
    ["anneal plot before.json after.json --log", "Two plans over each other:"],
    ["anneal plot plan.json -o plan.png", "A picture:"],
  ],
  load: () => import("./run.ts"),
};
