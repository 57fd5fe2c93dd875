import { UNKNOWN_EPOCH } from "../../source/flags.ts";
import { UsageError } from "../../usageError.ts";

/** What times are read against. */
export interface Length {
  readonly steps: number;
  /** How many steps an epoch has, where that is known. */
  readonly epoch: number | undefined;
}

/** How many rows a table has at most. */
const MOST = 1_000_000;

/** A number of steps, epochs or per cent of the run. */
const TIME = /^(\d+(?:\.\d*)?(?:e\+?\d+)?|\.\d+)\s*(%|ep|epochs?|steps?)?$/i;

/** The steps of a table that are asked for, in order and each once; those of no flag are {@link landmarks}. */
export function rowsOf(
  at: string | undefined,
  every: string | undefined,
  length: Length,
): readonly number[] | undefined {
  if (at === undefined && every === undefined) return undefined;
  const chosen = new Set<number>();
  for (const text of at === undefined ? [] : at.split(",")) chosen.add(placeOf(text.trim(), length));
  if (every !== undefined) {
    const distance = timeOf("--every", every.trim(), length);
    if (!(distance > 0)) throw new UsageError(`--every ${every}: expected a time above 0`);
    if (length.steps / distance > MOST) throw new UsageError(`--every ${every}: more than ${MOST} rows`);
    // Multiplied and not added up, so that parts of a step do not gather.
    for (let i = 0; Math.round(i * distance) < length.steps; i++) chosen.add(Math.round(i * distance));
    chosen.add(length.steps - 1);
  }
  return [...chosen].sort((a, b) => a - b);
}

function placeOf(text: string, length: Length): number {
  if (text === "last" || text === "end") return length.steps - 1;
  const step = Math.round(timeOf("--at", text, length));
  // The end of the run is asked for as "100%", and its last step is what there is.
  if (text.endsWith("%") && step === length.steps) return step - 1;
  if (step < length.steps) return step;
  throw new UsageError(`--at ${text}: the run has ${length.steps} steps, and the last is ${length.steps - 1}`);
}

function timeOf(flag: string, text: string, { steps, epoch }: Length): number {
  const [, number, unit = ""] = TIME.exec(text) ?? [];
  if (number === undefined) {
    throw new UsageError(
      `${flag} ${text}: expected a time, such as 100, 5ep or 10%${flag === "--at" ? ", or last" : ""}`,
    );
  }
  if (unit === "%") return (Number(number) / 100) * steps;
  if (!/^ep/i.test(unit)) return Number(number);
  if (epoch !== undefined) {
    const step = Number(number) * epoch;
    if (epoch >= 1 || Math.abs(step - Math.round(step)) < 1e-9) return step;
    throw new UsageError(`${flag} ${text}: an epoch has ${epoch} steps, and none begins there`);
  }
  throw new UsageError(`${flag} ${text}: ${UNKNOWN_EPOCH}`);
}
