import type { Spec, TorchCase } from "./torchCases.ts";
import type { TORCH_REASONS } from "./torchReasons.ts";
import { chained, closed, together } from "./torchReference.ts";

/** What this library does where it is different from PyTorch on purpose: other rates, or a refusal. */
export interface Difference {
  /** Why: a row of docs/torch.md. */
  readonly as: keyof typeof TORCH_REASONS;
  /** The rates of all groups when everything is built and after each call; absent where the case is refused. */
  readonly rates?: readonly (readonly number[])[];
}

/** Where a case may be different: told by what it is, not by what comes out of it. */
export function differenceOf(one: TorchCase): Difference | undefined {
  const [spec] = one.schedulers as readonly [Spec];
  if (one.fault) return faultOf(one, spec);
  if (spec.class === "PolynomialLR" && spec.options.totalIters === 0) return { as: "zeroIterations" };
  if (one.name === "far" && spec.class === "SequentialLR") return { as: "drift", rates: sought(one, closed) };
  const alone = one.schedulers.length === 1;
  const parts = (alone ? spec.options.schedulers : one.schedulers) ?? [];
  if (!alone && parts.some((part) => part.class === "LambdaLR")) {
    return { as: "overwritingBeside", rates: together(one) };
  }
  const cosines = parts.filter((part) => part.class === "CosineAnnealingLR");
  const last = Math.max(...positionsOf(one).flat());
  if (parts.length === 1 || !cosines.some(({ options }) => last > (options.tMax as number))) return undefined;
  const floored = cosines.some(({ options }) => options.etaMin !== 0);
  const chain: typeof closed = ({ options }, ...at) => chained(options.schedulers as readonly Spec[], ...at);
  return {
    as: "cosinePastEnd",
    rates: alone ? sought(one, floored ? chain : closed) : together(one),
  };
}

function faultOf(one: TorchCase, spec: Spec): Difference {
  const as = one.fault as Difference["as"];
  const { pctStart, totalSteps, schedulers = [] } = spec.options;
  if (as === "oneCycleShortRise")
    return pctStart === 0 && totalSteps !== 1 ? { as, rates: sought(one, closed) } : { as };
  if (as !== "cyclicStart") return { as, rates: sought(one, closed) };
  const chain: typeof closed = (_, ...at) => chained(schedulers, ...at);
  return { as, rates: one.schedulers.length === 1 ? sought(one, chain) : together(one) };
}

/** The rates of one scheduler at its positions. */
function sought(one: TorchCase, rate: typeof closed): number[][] {
  return positionsOf(one).map(([position]) =>
    one.bases.map((base, i) => rate(one.schedulers[0] as Spec, base, position as number, i)),
  );
}

/** The position of each scheduler when everything is built and after each call. */
function positionsOf({ schedulers, calls }: TorchCase): number[][] {
  let now = schedulers.map(() => 0);
  const after = calls.map((call) => {
    const [which, position, times = 1] = "metric" in call ? [call.which ?? 0, null] : call;
    now = now.map((own, k) => (k === which ? (position ?? own + times) : own));
    return now;
  });
  return [schedulers.map(() => 0), ...after];
}
