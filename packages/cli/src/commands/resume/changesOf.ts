import type { Run } from "anneal";
import { nearest } from "anneal-readers/nearest";
import { epochsIn } from "../../source/flags.ts";
import { UsageError } from "../../usageError.ts";

/** What a run becomes. */
export interface Changes {
  readonly run: Run;
  /** The facts of it that are said, and not carried over. */
  readonly facts: ReadonlySet<string>;
  /** What it was: where a factor of the batch is all that is known, one sample an update. */
  readonly old: Run;
  /** What every base rate is multiplied by, or becomes. */
  base(rate: number): number;
  /** Whether base rates change. */
  readonly scales: boolean;
  /** Another plan, as a source. */
  readonly plan: string | undefined;
  /** What follows from the changes, for the user. */
  readonly notes: readonly string[];
}

const KEYS = ["steps", "epochs", "batch", "base", "steps-per-epoch", "plan"] as const;

/** What else people call them. */
const OTHERS: ReadonlyMap<string, (typeof KEYS)[number]> = new Map([
  ["lr", "base"],
  ["learningrate", "base"],
  ["rate", "base"],
  ["batchsize", "batch"],
  ["samplesperstep", "batch"],
  ["stepsperepoch", "steps-per-epoch"],
  ["maxsteps", "steps"],
  ["totalsteps", "steps"],
  ["numtrainepochs", "epochs"],
  ["maxepochs", "epochs"],
  ["policy", "plan"],
  ["schedule", "plan"],
]);

/** A change that is a number above 0, or a factor: `64`, `2x`. */
const AMOUNT = /^(\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)(x)?$/i;

/** Reads `key=value` changes of a run. One that counts epochs is the same for updates and epochs of any size. */
export function changesOf(given: readonly string[], old: Run): Changes {
  const countsEpochs = old.stepsPerEpoch === 1;
  const said = new Map<string, string>();
  for (const change of given) {
    const at = change.indexOf("=");
    const key = change.slice(0, Math.max(at, 0)).trim();
    if (!(KEYS as readonly string[]).includes(key)) {
      const near = OTHERS.get(key.toLowerCase().replaceAll(/[\s_-]/g, "")) ?? nearest(key, KEYS);
      const hint = near === undefined ? "" : `did you mean ${near}=…? `;
      throw new UsageError(`--with ${change}: ${hint}expected one of ${KEYS.map((one) => `${one}=…`).join(", ")}`);
    }
    if (said.has(key)) throw new UsageError(`--with ${key}: said twice`);
    said.set(key, change.slice(at + 1).trim());
  }
  if (said.has("steps") && said.has("epochs")) throw new UsageError("--with steps and --with epochs: only one of them");
  // A length in epochs, as --steps takes it.
  const length = epochsIn({ steps: said.get("steps") ?? said.get("epochs") });
  if (length !== undefined) {
    said.delete("steps");
    said.set("epochs", String(length));
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
  const notes: string[] = [];
  let run: Run = { ...old };
  if (batch && !countsEpochs) run = withBatch(run, batch, notes);
  const newLength = read("steps-per-epoch")?.amount;
  const perEpoch = countsEpochs ? 1 : (newLength ?? run.stepsPerEpoch);
  if (countsEpochs && (batch || newLength !== undefined)) {
    notes.push("the schedule counts epochs: how many updates one has changes nothing in it");
  }
  if (perEpoch !== undefined) run = { ...run, stepsPerEpoch: perEpoch };
  if (steps) run = { ...run, steps: wholeOf(steps.amount, `steps=${said.get("steps")}`) };
  if (epochs) {
    if (perEpoch === undefined)
      throw new UsageError("--with epochs: say with --steps-per-epoch how many updates one has");
    run = { ...run, steps: wholeOf(Math.ceil(epochs.amount * perEpoch - 1e-9), `epochs=${said.get("epochs")}`) };
  }
  const facts = [
    ...(steps || epochs ? ["steps"] : []),
    ...(said.has("steps-per-epoch") ? ["stepsPerEpoch"] : []),
    ...(batch ? ["samplesPerStep", "tokensPerStep"] : []),
  ];
  return {
    run,
    facts: new Set(facts),
    old: batch?.isFactor && !countsEpochs && old.samplesPerStep === undefined ? { ...old, samplesPerStep: 1 } : old,
    base: (rate) => (base ? (base.isFactor ? Number((rate * base.amount).toPrecision(15)) : base.amount) : rate),
    scales: base !== undefined,
    plan: said.get("plan"),
    notes,
  };
}

/** A number of updates that a run can have. */
function wholeOf(steps: number, change: string): number {
  if (Number.isSafeInteger(steps)) return steps;
  throw new UsageError(`--with ${change}: expected a whole number of updates, up to 2 ** 53, received ${steps}`);
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
  const text = `batch=${amount}${isFactor ? "x" : ""}`;
  const fewer = (count: number | undefined) =>
    count === undefined ? undefined : wholeOf(Math.max(Math.ceil(count / factor - 1e-9), 1), text);
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
