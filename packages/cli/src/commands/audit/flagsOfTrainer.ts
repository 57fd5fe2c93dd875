import type { Log } from "anneal-readers/logs";
import type { FlagValues } from "../../command.ts";
import type { Source } from "../../source/source.ts";

/** Where a source says how many updates another version of its trainer makes of the same facts. */
const OTHER_COUNT = /transformers 4 counts (\d+),/;

/** The flags by which the run has the updates of transformers 4, where a log shows that it was this version that counted. */
export function flagsOfTrainer({ notes }: Source, { facts }: Log, flags: FlagValues): FlagValues | undefined {
  const count = notes.map(({ text }) => OTHER_COUNT.exec(text)?.[1]).find((one) => one !== undefined);
  if (count === undefined || facts.max_steps !== Number(count) || flags.steps !== undefined) return undefined;
  // What it is counted from is asked for no more.
  const set = ((flags.set ?? []) as readonly string[]).filter((one) => !/^(?:samples|processes)=/.test(one));
  return { ...flags, set: [...set, `num_training_steps=${count}`] };
}
