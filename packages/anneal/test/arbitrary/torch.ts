import type fc from "fast-check";
import {
  type LRScheduler,
  MultiStepLR,
  type Optimizer,
  StepLR,
  WarmupMultiFactorScheduler,
} from "../../src/torch/index.ts";
import { type Draw, drawn } from "./draw.ts";
import { drawList } from "./program.ts";

/** An optimizer under a few schedulers, and what is called on which of them: `step()`, or `step(epoch)`. */
export interface Epochs {
  readonly bases: readonly number[];
  readonly schedulers: readonly { readonly name: keyof typeof CLASSES; readonly options: never }[];
  readonly calls: readonly (readonly [scheduler: number, epoch: number | undefined])[];
}

/** Builds a class by its name. */
export function build({ name, options }: Epochs["schedulers"][number], optimizer: Optimizer): LRScheduler {
  return new CLASSES[name](optimizer, options);
}

/** Every class of anneal/torch. */
export const CLASSES = { MultiStepLR, StepLR, WarmupMultiFactorScheduler };

const OPTIONS: { readonly [C in keyof typeof CLASSES]: (draw: Draw, groups: number) => object } = {
  MultiStepLR: (draw) => ({ milestones: drawList(draw, 0, 5, () => draw.integer(0, 400) / 4), ...gamma(draw) }),
  StepLR: (draw) => ({ stepSize: draw.integer(1, 80) / 4, ...gamma(draw) }),
  WarmupMultiFactorScheduler(draw, groups) {
    const warmupEpochs = draw.integer(0, 40) / 4;
    const milestones: number[] = [];
    for (let i = draw.integer(0, 4); i > 0; i--) {
      milestones.push((milestones.at(-1) ?? warmupEpochs - 0.25) + draw.integer(1, 100) / 4);
    }
    return {
      warmupEpochs,
      milestones,
      factor: draw.pick([0.1, 0.5, 1.5, 0.3]),
      warmupLr: draw.oneIn(2) ? draw.rate() : Array.from({ length: groups }, () => draw.rate()),
      warmupStrategy: draw.pick(["linear", "constant", "exponential", "cosine"]),
    };
  },
};

function gamma(draw: Draw): object {
  return draw.oneIn(3) ? {} : { gamma: draw.pick([0.1, 0.5, 0.9, 0.3, 0]) };
}

type Name = keyof typeof CLASSES;

const NAMES = Object.keys(CLASSES) as Name[];

/** One scheduler or several, one of them overwriting at most, over one group or several. */
export const epochs: fc.Arbitrary<Epochs> = drawn((draw) => {
  const bases = drawList(draw, 1, 3, () => draw.rate());
  const overwriting = draw.integer(0, 3);
  const schedulers = drawList(draw, 1, 3, (i) => {
    const factors = NAMES.filter((name) => name !== "WarmupMultiFactorScheduler");
    const name: Name = i === overwriting ? "WarmupMultiFactorScheduler" : draw.pick(factors);
    const start = draw.oneIn(4) ? { lastEpoch: draw.integer(-1, 30) } : {};
    return { name, options: { ...OPTIONS[name](draw, bases.length), ...start } as never };
  });
  const calls = drawList(draw, 1, 25, () => {
    const epoch = draw.oneIn(4) ? draw.integer(0, 800) / 8 : undefined;
    return [draw.integer(0, schedulers.length - 1), epoch] as const;
  });
  return { bases, schedulers, calls };
});
