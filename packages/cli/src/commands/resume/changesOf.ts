import type { Run } from "anneal";
import { UsageError } from "../../usageError.ts";

/** What a run becomes. */
export interface Changes {
  readonly run: Run;
  /** What it was: where a factor of the batch is all that is known, one sample an update. */
  readonly old: Run;
  /** What every base rate is multiplied by, or becomes. */
  base(rate: number): number;
  /** Another plan, as a source. */
  readonly plan: string | undefined;
  /** What follows from the changes, for the user. */
  readonly notes: readonly string[];
}

const KEYS = ["steps", "epochs", "batch", "base", "steps-per-epoch", "plan"] as const;

/** A change that is a number above 0, or a factor: `64`, `2x`. */
const AMOUNT = /^(\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)(x)?$/i;

/** Reads `key=value` changes of a run. */
export function changesOf(given: readonly string[], old: Run): Changes {
  const said = new Map<string, string>();
  for (const change of given) {
    const at = change.indexOf("=");
    const key = change.slice(0, Math.max(at, 0)).trim();
    if (!(KEYS as readonly string[]).includes(key)) {
      throw new UsageError(`--with ${change}: expected one of ${KEYS.map((one) => `${one}=…`).join(", ")}`);
    }
    if (said.has(key)) throw new UsageError(`--with ${key}: said twice`);
    said.set(key, change.slice(at + 1).trim());
  }
  const read = (key: string, factors = false): { readonly amount: number; readonly isFactor: boolean } | undefined => {
    const text = said.get(key);
    if (text === undefined) return undefined;
    const [, number, x] = AMOUNT.exec(text) ?? [];
    const isRate = key === "base";
    if (
      number === undefined ||
      (x && !factors) ||
      !(Number(number) > 0 || (isRate && !x)) ||
      Number(number) === 1 / 0
    ) {
      const what = factors ? `a number${isRate ? "" : " above 0"} or a factor such as 2x` : "a number above 0";
      throw new UsageError(`--with ${key}=${text}: expected ${what}`);
    }
    return { amount: Number(number), isFactor: Boolean(x) };
  };
  const [batch, base, steps, epochs] = [read("batch", true), read("base", true), read("steps"), read("epochs")];
  if (steps && epochs) throw new UsageError("--with steps and --with epochs: only one of them");
  const notes: string[] = [];
  let run: Run = { ...old };
  if (batch) run = withBatch(run, batch, notes);
  const perEpoch = read("steps-per-epoch")?.amount ?? run.stepsPerEpoch;
  if (perEpoch !== undefined) run = { ...run, stepsPerEpoch: perEpoch };
  if (steps) run = { ...run, steps: steps.amount };
  if (epochs) {
    if (perEpoch === undefined)
      throw new UsageError("--with epochs: say with --steps-per-epoch how many updates one has");
    run = { ...run, steps: Math.ceil(epochs.amount * perEpoch - 1e-9) };
  }
  return {
    run,
    old: batch?.isFactor && old.samplesPerStep === undefined ? { ...old, samplesPerStep: 1 } : old,
    base: (rate) => (base ? (base.isFactor ? Number((rate * base.amount).toPrecision(15)) : base.amount) : rate),
    plan: said.get("plan"),
    notes,
  };
}

/** Another number of samples in an update: fewer or more updates for the same data. */
function withBatch(run: Run, { amount, isFactor }: { amount: number; isFactor: boolean }, notes: string[]): Run {
  // A factor says enough where nobody counts samples.
  const was = run.samplesPerStep ?? (isFactor ? 1 : undefined);
  if (was === undefined) {
    throw new UsageError(`--with batch=${amount}: say with --samples-per-step what it was, or by how much: batch=2x`);
  }
  if (typeof was !== "number") throw new UsageError("--with batch: the batch is ramped up, and is no one number");
  const factor = isFactor ? amount : amount / was;
  const fewer = (count: number | undefined) => (count === undefined ? undefined : Math.ceil(count / factor - 1e-9));
  const [steps, stepsPerEpoch] = [fewer(run.steps), fewer(run.stepsPerEpoch)];
  const tokens = typeof run.tokensPerStep === "number" ? run.tokensPerStep * factor : undefined;
  if (steps !== undefined) notes.push(`the same data are ${steps} updates instead of ${run.steps}`);
  return {
    ...run,
    samplesPerStep: was * factor,
    ...(steps === undefined ? {} : { steps }),
    ...(stepsPerEpoch === undefined ? {} : { stepsPerEpoch }),
    ...(tokens === undefined ? {} : { tokensPerStep: tokens }),
  };
}
