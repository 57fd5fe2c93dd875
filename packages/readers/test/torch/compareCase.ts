import { type Plan, PlanError, schedule } from "anneal";
import { BARS } from "../../../anneal/test/parity/compare.ts";
import type { TorchCase } from "../../../anneal/test/parity/torchCases.ts";
import type { Reading } from "../../src/reading.ts";
import { readCall } from "./readCall.ts";
import { callOf, optimizerOf } from "./torchCall.ts";

/** How a case comes out: the same, by a table, both refused, or what is not the same. */
export type Outcome =
  | { readonly as: "same" | "table" | "refused" }
  | { readonly as: "different"; readonly how: string };

/** A case that steps one scheduler, read as a call and compared with PyTorch's own numbers. */
export function compareCase(one: TorchCase): Outcome {
  const positions = positionsOf(one);
  const [spec] = one.schedulers;
  if (!spec) throw new Error("a case without schedulers");
  let reading: Reading;
  try {
    reading = readCall(callOf(spec, optimizerOf(one)), { steps: Math.max(...positions) + 1 });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return one.raises === undefined ? { as: "different", how: `refused: ${error.message}` } : { as: "refused" };
  }
  const how = deviation(one, reading, positions);
  if (how !== undefined) return { as: "different", how };
  return { as: reading.notes.some(({ text }) => text.includes("a table of")) ? "table" : "same" };
}

/** The position after each call. */
export function positionsOf({ calls }: TorchCase): readonly number[] {
  let now = 0;
  return [
    0,
    ...calls.map((call) => {
      if ("metric" in call) throw new Error("a case with metrics");
      const [, position, times = 1] = call;
      now = position ?? now + times;
      return now;
    }),
  ];
}

function deviation(one: TorchCase, reading: Reading, positions: readonly number[]): string | undefined {
  const { program, bases, run, functions = {} } = reading;
  if (!program) return `needs ${reading.needs.map(({ name }) => name).join(", ")}`;
  const { lr, ...others } = program;
  const momenta = Object.values(others)[0];
  for (const [i, own] of one.bases.entries()) {
    const base = bases?.[i] ?? run?.base ?? own;
    if (base !== own) return `group ${i}: base ${base}`;
    const read = (plans: Plan | readonly Plan[]) =>
      schedule((Array.isArray(plans) ? plans[i] : plans) as Plan, { base }, { functions });
    const rate = read(lr as Plan);
    const momentum = momenta ? read(momenta) : () => (one.betas?.[0] ?? one.momentum) as number;
    const far =
      farthest(
        rate,
        one.rates.map((row) => row[i] as number),
        positions,
      ) ??
      farthest(
        momentum,
        (one.momenta ?? []).map((row) => row[i] as number),
        positions,
      );
    if (far) return `group ${i}, ${far}`;
  }
  return undefined;
}

const { bar, share } = BARS.float64;

function farthest(read: (t: number) => number, theirs: readonly number[], positions: readonly number[]) {
  const peak = Math.max(...theirs.map(Math.abs));
  const k = theirs.findIndex(
    (b, k) => !(Math.abs(read(positions[k] as number) - b) <= bar * (Math.abs(b) + share * peak)),
  );
  return k < 0 ? undefined : `at ${positions[k]}: ${theirs[k]}, read ${read(positions[k] as number)}`;
}
