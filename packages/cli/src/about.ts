import { commands } from "./commands.ts";

/** What the help, the man page and the documentation say of the whole command. */
export const about = {
  version: "0.1.0",
  summary: "See, check, convert, compare and audit learning-rate schedules, of any framework.",
  source:
    "A source is a plan's JSON file, any file of a framework (Python, YAML, JSON, TOML, a script with flags), - for " +
    "standard input, or a call such as 'warmupCosine({warmup: 500})'. It is read and never run. " +
    "Of a flag that is given twice the last counts, but for those that may be given again and again, such as --set.",
  exitCodes: [
    [0, "all is well"],
    [1, "something was found"],
    [2, "it could not be done"],
  ],
} as const;

/** One command line of each command, to begin with. */
export function firstExamples(): readonly (readonly [command: string, what: string])[] {
  return commands.flatMap(({ examples }) => examples.slice(0, 1));
}
