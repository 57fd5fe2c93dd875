import { choice, each, flag, ignored, nullable, number, optional, rateFunction } from "../../parameter.ts";
import { checkEach } from "../checkEach.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { of } from "../of.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { Stepper } from "../stepper.ts";
import { cyclesMomentum } from "./cyclesMomentum.ts";
import { heightOf, type Triangle, triangles } from "./triangles.ts";

/** `CyclicLR`: between two rates in triangles, and momentum the other way. */
export const cyclicLR: SchedulerClass = schedulerClass(
  {
    base_lr: each(number),
    max_lr: each(number),
    step_size_up: optional(number, 2000),
    step_size_down: nullable(number),
    mode: optional(choice("triangular", "triangular2", "exp_range"), "triangular"),
    gamma: optional(number, 1),
    scale_fn: nullable(rateFunction),
    scale_mode: optional(choice("cycle", "iterations"), "cycle"),
    cycle_momentum: optional(flag, true),
    base_momentum: optional(each(number), 0.8),
    max_momentum: optional(each(number), 0.9),
    last_epoch: lastEpoch,
    verbose: ignored,
  },
  (given, argument) => {
    const { base_lr, max_lr, step_size_up: up, cycle_momentum, base_momentum, max_momentum } = given;
    const down = given.step_size_down ?? up;
    if (up <= 0) return argument.wrong("step_size_up", "a number above 0", up);
    if (down <= 0) return argument.wrong("step_size_down", "a number above 0", down);
    if (!checkEach({ base_lr, max_lr, base_momentum, max_momentum }, argument)) return undefined;
    const [low, high] = [(i: number) => of(max_momentum, i), (i: number) => of(base_momentum, i)];
    const { context } = argument.building;
    const scale: Triangle = { ...given, up, down, scale_fn: given.scale_fn?.compute };
    const cycled = cyclesMomentum(cycle_momentum, argument);
    return {
      role: "overwrites",
      reach: 3 * (up + down),
      plan: (i) => triangles(scale, of(base_lr, i), of(max_lr, i), context),
      momentum: cycled ? (i) => triangles(scale, low(i), high(i), context) : undefined,
      stepper(group, i) {
        group.lr = of(base_lr, i);
        const height = heightOf(scale);
        const made = new Stepper(group, {
          next: ({ base, epoch }) => base + (of(max_lr, i) - base) * height(epoch),
          ...(cycled && { momentum: ({ epoch }) => low(i) + (high(i) - low(i)) * height(epoch) }),
        });
        // PyTorch sets it after the first step.
        made.base = of(base_lr, i);
        return made;
      },
    };
  },
);
