import {
  clamp,
  constant,
  cosine,
  cosineWave,
  fractions,
  type Level,
  multiStep,
  type Plan,
  piecewise,
  polynomial,
  product,
  sequence,
} from "../../../src/index.ts";
import type { Port, Ports } from "../port.ts";
import { place } from "./fvcore.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface Solver {
  readonly LR_SCHEDULER_NAME: string;
  readonly WARMUP_FACTOR: number;
  readonly WARMUP_ITERS: number;
  readonly WARMUP_METHOD: string;
  readonly RESCALE_INTERVAL: boolean;
  readonly MAX_ITER: number;
  readonly GAMMA: number;
  readonly STEPS?: readonly number[];
  readonly NUM_DECAYS?: number;
  readonly BASE_LR: number;
  readonly BASE_LR_END?: number;
}

interface Legacy {
  readonly warmup_factor: number;
  readonly warmup_iters: number;
  readonly warmup_method: string;
  readonly milestones: readonly number[];
  readonly gamma: number;
  readonly max_iters: number;
  readonly power: number;
  readonly constant_ending?: number;
}

const x = (factor: number): Level => `${factor}x`;
const percent = (share: number) => `${100 * share}%` as const;

/** The shares of the run at which SOLVER's rate drops. */
function drops({ STEPS, MAX_ITER, NUM_DECAYS }: Solver): readonly number[] {
  if (STEPS) return STEPS.filter((step) => step <= MAX_ITER).map((step) => step / MAX_ITER);
  return Array.from({ length: NUM_DECAYS as number }, (_, i) => (i + 1) / ((NUM_DECAYS as number) + 1));
}

/** What `build_lr_scheduler` makes: a warm-up for a share of the run, then the rest, fixed or rescaled. */
const solver: Port<Solver> = ({ config, raises, ...facts }) => {
  const { WARMUP_FACTOR, WARMUP_ITERS, WARMUP_METHOD, RESCALE_INTERVAL, MAX_ITER, GAMMA, BASE_LR, BASE_LR_END } =
    config;
  const share = Math.min(WARMUP_ITERS / MAX_ITER, 1);
  const from = x(WARMUP_FACTOR);
  const scaling = RESCALE_INTERVAL ? "rescaled" : "fixed";
  // Where the rest begins to be seen, as it is read itself.
  const begin = RESCALE_INTERVAL ? 0 : share;
  let plan: Plan;
  let to: Level;
  if (BASE_LR_END === undefined) {
    const at = drops(config);
    const hidden = at.filter((drop) => drop < begin).length;
    to = x(GAMMA ** at.filter((drop) => drop <= begin).length);
    const seen = at.slice(hidden);
    const levels = seen.map((_, i) => x(GAMMA ** (hidden + i + 1)));
    plan = piecewise({ from: x(GAMMA ** hidden), at: seen.map(percent), to: levels });
  } else {
    const end = BASE_LR_END / BASE_LR;
    to = x(end + 0.5 * (1 - end) * (1 + Math.cos(Math.PI * begin)));
    plan = cosine({ from: "1x", to: x(end), over: "100%" });
  }
  const climb: Plan =
    WARMUP_METHOD === "constant"
      ? constant({ value: from })
      : ({ kind: WARMUP_METHOD, from, to, over: "100%" } as Plan);
  const values = fractions({ plans: [climb, plan], shares: [share, 1 - share], scaling: ["rescaled", scaling] });
  const ported = { program: { values }, run: { steps: MAX_ITER } };
  if (!facts.fault) return moreAccepted(raises, ported);
  const rest = { class: "StepParamScheduler", config: { num_decays: config.NUM_DECAYS } };
  const warm = { class: "ConstantParamScheduler", config: {} };
  const composite = {
    schedulers: [warm, rest],
    lengths: [share, 1 - share],
    interval_scaling: ["rescaled", scaling],
  };
  const at = (t: number, epsilon: number): string =>
    place({ class: "CompositeParamScheduler", config: composite as never }, t / MAX_ITER, epsilon);
  return { ...ported, differs: { as: "whereEpsilon", at: (t) => at(t, 1e-6) !== at(t, 1e-12) } };
};

/** The factor that the legacy classes multiply by while they warm up. */
function factor({ warmup_factor, warmup_iters, warmup_method }: Legacy): Plan {
  if (warmup_iters === 0) return constant({ value: 1 });
  if (warmup_method === "constant") return piecewise({ from: warmup_factor, at: [warmup_iters], to: [1] });
  return { kind: warmup_method, from: warmup_factor, to: 1, over: warmup_iters } as Plan;
}

const legacySteps: Port<Legacy> = ({ config, raises }) => {
  const { milestones, gamma } = config;
  return moreAccepted(raises, {
    program: { values: product(multiStep({ milestones, factor: gamma }), factor(config)) },
  });
};

const legacyCosine: Port<Legacy> = ({ config, raises, base = 0, bases = [base] }) => {
  const wave = cosineWave({ from: "1x", to: 0, over: config.max_iters });
  const values = product(wave, factor(config));
  return moreAccepted(raises, { program: { values }, peak: Math.max(...bases) });
};

/** The floor is not there during warm-up. */
const poly: Port<Legacy> = ({ config, raises }) => {
  const { max_iters: over, power, constant_ending = 0, warmup_iters: until } = config;
  const plan = polynomial({ from: "1x", to: 0, over, power });
  const ended: Plan = clamp({ plan, min: x(constant_ending) });
  const values = sequence(
    { plan: product(plan, factor(config)), until },
    {
      plan: ended,
      clock: "global",
      until: Math.max(until, over),
    },
  );
  return moreAccepted(raises, { program: { values } });
};

export const detectron2: Ports = {
  "build_lr_scheduler WarmupMultiStepLR": solver,
  "build_lr_scheduler WarmupCosineLR": solver,
  "build_lr_scheduler WarmupStepWithFixedGammaLR": solver,
  WarmupMultiStepLR: legacySteps,
  WarmupCosineLR: legacyCosine,
  WarmupPolyLR: poly,
};
