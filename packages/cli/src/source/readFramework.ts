import type { Reading } from "anneal-readers";
import type { FlagValues } from "../command.ts";
import { factsFor } from "./factsFor.ts";
import { valuesOf } from "./flags.ts";
import { readerNamed } from "./frameworkNames.ts";

/** How often facts that answer each other's needs are looked for. */
const MOST_TURNS = 4;

/**
 * The schedules of a framework's text. A need that one of the run's flags plainly is the answer to, such as
 * `num_training_steps` and `--steps`, is answered by it, with a note.
 */
export async function readFramework(text: string, flags: FlagValues): Promise<readonly Reading[]> {
  const { read } = await import("anneal-readers");
  const from = flags.from === undefined ? {} : { from: readerNamed(flags.from as string) };
  let values = valuesOf(flags);
  const notes = new Map<string, string>();
  for (let turn = 1; ; turn++) {
    const readings = read(text, { values, ...from });
    const facts = factsFor(
      readings.flatMap(({ needs }) => needs),
      flags,
      values,
      readings.map(({ run }) => run?.stepsPerEpoch).find((each) => each !== undefined && each !== 1),
    );
    if (facts.length === 0 || turn === MOST_TURNS)
      return readings.map((reading) => ({
        ...reading,
        notes: [...reading.notes, ...[...notes.values()].map((text) => ({ text }))],
      }));
    values = { ...values, ...Object.fromEntries(facts.map(({ name, value }) => [name, value])) };
    for (const { name, value, flag } of facts) notes.set(name, `${name} is ${value}, as ${flag} says`);
  }
}
