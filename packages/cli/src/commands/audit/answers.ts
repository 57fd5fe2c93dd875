import type { Run } from "anneal";
import type { Log } from "anneal-readers/logs";
import type { FlagValues } from "../../command.ts";

/** What a log says about its run that nobody else does. */
export interface Answers {
  /** The flags, and with them what the log says, as if it had been given. */
  readonly flags: FlagValues;
  /** Whether there is something of the log's. */
  readonly known: boolean;
  /** How it is known, and where the log and the source do not agree. */
  readonly notes: readonly string[];
}

/** The facts of a log as the flags that say the same, where neither the source nor a flag does. */
export function answersOf(
  { facts, series, stepsPerEpoch }: Log,
  run: Run,
  flags: FlagValues,
  /** Whether the flags have what the log says of its trainer's version. */
  isOfTrainer = false,
): Answers {
  const [steps, epochs] = [count(facts.max_steps), count(facts.num_train_epochs)];
  const stated = steps !== undefined && epochs !== undefined ? steps / epochs : undefined;
  // A log of epochs is placed without them.
  const counted = series[0]?.clock === "update" ? stepsPerEpoch : undefined;
  const perEpoch = stated ?? counted;
  const columns = "steps and epochs";
  const all = [
    { name: "steps", flag: "--steps", value: steps, from: "max_steps" },
    {
      name: "stepsPerEpoch",
      flag: "--steps-per-epoch",
      value: perEpoch,
      from: stated === undefined ? columns : "max_steps and num_train_epochs",
    },
  ] as const;
  const said = flags.stepsPerEpoch === undefined ? undefined : Number(flags.stepsPerEpoch);
  const isOther = counted !== undefined && said !== undefined && Math.abs(counted - said) > 0.5;
  const taken = all.filter(
    ({ name, value }) => value !== undefined && run[name] === undefined && flags[name] === undefined,
  );
  const other = steps !== undefined && run.steps !== undefined && run.steps !== steps;
  return {
    flags: { ...flags, ...Object.fromEntries(taken.map(({ name, value }) => [name, String(value)])) },
    known: taken.length > 0 || isOfTrainer,
    notes: [
      ...taken.map(({ flag, value, from }) => `${flag} ${value} is taken from the log's ${from}`),
      ...(isOther
        ? [`the log's steps and epochs say that an epoch has ${counted} updates, and --steps-per-epoch ${said}`]
        : []),
      ...(isOfTrainer
        ? [`the log's max_steps is ${steps}, as transformers 4 counts: that is taken for the run's`]
        : []),
      ...(other && !isOfTrainer ? [`the plan is of ${run.steps} updates, and the log's max_steps is ${steps}`] : []),
    ],
  };
}

function count(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined;
}
