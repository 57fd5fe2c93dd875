import type { Flag } from "../command.ts";

/** The flags that several commands with a chart, or a picture, share. */
export const onlyFlag: Flag = { flags: "--only <names>", help: "these hyperparameters alone, separated by commas" };
export const logFlag: Flag = { flags: "--log", help: "values on a logarithmic scale" };
export const widthFlag: Flag = {
  flags: "--width <n>",
  help: "columns of the chart (default: as the terminal), or pixels of a picture (760)",
};
export const heightFlag: Flag = {
  flags: "--height <n>",
  help: "rows of the chart (default: 12), or pixels of a picture",
};
export const themeFlag: Flag = {
  flags: "--theme <theme>",
  help: "colours of a picture; auto is as its viewer's (default: auto; png: light)",
  choices: ["auto", "light", "dark"],
};
