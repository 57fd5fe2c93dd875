import { constant, type Level, oneCycle, type Plan, product, sequence, sum } from "../../../src/index.ts";
import type { Port, Ports } from "../port.ts";
import { type Change, changeOf, type Options } from "./mmengineChange.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface OneCycle extends Options {
  readonly eta_max: number | readonly number[];
  readonly total_steps?: number;
  readonly pct_start: number;
  readonly anneal_strategy: "cos" | "linear";
  readonly div_factor?: number;
  readonly final_div_factor?: number;
  readonly three_phase?: boolean;
}

/** The base rate, changed by one scheduler after the other. */
function changed(changes: readonly Change[]): Plan {
  let plan: Plan = constant({ value: "1x" });
  for (const { begin, shape, rest, instead } of [...changes].sort((a, b) => a.begin - b.begin)) {
    const before: Plan = plan;
    if (instead) plan = sequence({ plan: before, until: begin }, ...instead);
    else if (rest) plan = sum(product(before, shape), rest);
    else plan = product(before, shape);
  }
  return plan;
}

/** Whether one of them depends on what others do meanwhile, or on what the rate was before: a recurrence. */
function isRecurrence(changes: readonly Change[]): boolean {
  return changes.some((one) => {
    const others = changes.filter((other) => other !== one);
    const meanwhile = others.some((other) => other.begin < one.end && one.begin < other.end);
    const before = others.some((other) => other.begin <= one.begin);
    return ((one.rest || one.instead) && meanwhile) || (one.returns && before);
  });
}

function alone(name: string): Port<Options> {
  return ({ config, raises, base = 0, bases = [base] }) => {
    const both = typeof config.eta_min === "number" && typeof config.eta_min_ratio === "number";
    const neither = config.eta_min === null && config.eta_min_ratio === null;
    if (both || neither || config.restart_weights?.length === 0) return { differs: { as: "otherOptions" } };
    const values = changed([changeOf(name, config)]);
    return moreAccepted(raises, { program: { values }, peak: Math.max(...bases) });
  };
}

const list: Port<{ readonly schedulers: readonly (Options & { readonly type: string })[] }> = ({ config }) => {
  const changes = config.schedulers.map(({ type, ...options }) => changeOf(type.replace("LR", ""), options));
  return isRecurrence(changes) ? { differs: { as: "recurrence" } } : { program: { values: changed(changes) } };
};

/** The optimizer keeps its own rate until the window begins. */
const cycle: Port<OneCycle> = ({ config, raises, base = 0, bases = [base] }) => {
  const { epoch_length: each = 1, begin = 0, end = 0, pct_start: pctStart, anneal_strategy } = config;
  const plans = bases.map((_, group): Plan => {
    const { lr } = oneCycle({
      peak: Array.isArray(config.eta_max) ? config.eta_max[group] : (config.eta_max as Level),
      over: (config.total_steps ?? end - begin) * each,
      pctStart,
      ...(config.three_phase && { pctFinal: 2 * pctStart }),
      strategy: anneal_strategy === "cos" ? "cosine" : anneal_strategy,
      ...(config.div_factor && { divFactor: config.div_factor }),
      ...(config.final_div_factor && { finalDivFactor: config.final_div_factor }),
    });
    return sequence(constant({ value: "1x", over: begin * each }), { plan: lr, until: end * each - 1 });
  });
  return moreAccepted(raises, { program: { values: plans } });
};

const SHAPES = ["Step", "MultiStep", "Constant", "Linear", "Exponential", "CosineAnnealing", "Poly", "CosineRestart"];

export const mmengine: Ports = {
  ...Object.fromEntries(SHAPES.flatMap((name) => [`${name}LR`, `${name}Momentum`].map((key) => [key, alone(name)]))),
  OneCycleLR: cycle,
  list,
  ReduceOnPlateauLR: { elsewhere: "controllers.test.ts" },
};
