import { type Plan, sequence, shift } from "anneal";
import { choice, each, flag, ignored, nullable, number, optional, whole } from "../../parameter.ts";
import { checkEach } from "../checkEach.ts";
import { Impossible, PastTheEnd } from "../impossible.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { of } from "../of.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { Stepper } from "../stepper.ts";
import { type Annealing, annealings } from "./annealing.ts";
import { cyclesMomentum } from "./cyclesMomentum.ts";

/** `OneCycleLR`: up to `max_lr` and down to far below, over `total_steps`; momentum the other way. */
export const oneCycleLR: SchedulerClass = schedulerClass(
  {
    max_lr: each(number),
    total_steps: nullable(whole),
    epochs: nullable(whole),
    steps_per_epoch: nullable(whole),
    pct_start: optional(number, 0.3),
    anneal_strategy: optional(choice("cos", "linear"), "cos"),
    cycle_momentum: optional(flag, true),
    base_momentum: optional(each(number), 0.85),
    max_momentum: optional(each(number), 0.95),
    div_factor: optional(number, 25),
    final_div_factor: optional(number, 1e4),
    three_phase: optional(flag, false),
    last_epoch: lastEpoch,
    verbose: ignored,
  },
  (given, argument) => {
    const { total_steps, epochs, steps_per_epoch, pct_start, div_factor, final_div_factor } = given;
    const { max_lr, base_momentum, max_momentum } = given;
    const { wrong, building } = argument;
    if (total_steps === null && (epochs === null || steps_per_epoch === null)) {
      return wrong("total_steps", "a whole number above 0, or epochs and steps_per_epoch", "None");
    }
    const steps = total_steps ?? (epochs as number) * (steps_per_epoch as number);
    if (steps <= 0) return wrong(total_steps === null ? "epochs" : "total_steps", "a whole number above 0", steps);
    if (pct_start < 0 || pct_start > 1) return wrong("pct_start", "a number from 0 to 1", pct_start);
    if (div_factor <= 0) return wrong("div_factor", "a number above 0", div_factor);
    if (final_div_factor <= 0) return wrong("final_div_factor", "a number above 0", final_div_factor);
    if (!checkEach({ max_lr, base_momentum, max_momentum }, argument)) return undefined;
    building.context.note(
      `OneCycleLR has ${steps} steps: PyTorch's last legal step(), number ${steps}, leaves the curve, and the next one throws; the plan holds its last rate`,
    );
    const ends = endsOf(pct_start, steps, given.three_phase);
    const annealing = annealings[given.anneal_strategy];
    const rates = (i: number): readonly number[] => {
      const [first, most] = [of(max_lr, i) / div_factor, of(max_lr, i)];
      return [first, most, ...(given.three_phase ? [first] : []), first / final_div_factor];
    };
    const momenta = (i: number): readonly number[] => {
      const [high, low] = [of(max_momentum, i), of(base_momentum, i)];
      return [high, low, high, ...(given.three_phase ? [high] : [])];
    };
    const cycled = cyclesMomentum(given.cycle_momentum, argument);
    return {
      role: "overwrites",
      length: steps,
      reach: steps - 1,
      plan: (i) => phases(ends, rates(i), annealing),
      momentum: cycled ? (i) => phases(ends, momenta(i), annealing) : undefined,
      stepper(group, i) {
        group.initialLr = of(max_lr, i) / div_factor;
        const next = (levels: readonly number[]) => rateOf(ends, levels, annealing);
        const [rate, momentum] = [next(rates(i)), next(momenta(i))];
        return new Stepper(group, {
          next: ({ epoch }) => rate(epoch),
          ...(cycled && { momentum: ({ epoch }) => momentum(epoch) }),
        });
      },
    };
  },
);

/** The steps at which the phases end. */
function endsOf(share: number, steps: number, three: boolean): readonly number[] {
  return [share * steps - 1, ...(three ? [2 * share * steps - 2] : []), steps - 1];
}

/** PyTorch's own arithmetic. */
function rateOf(ends: readonly number[], levels: readonly number[], { between }: Annealing): (epoch: number) => number {
  const last = ends.length - 1;
  return (epoch) => {
    if (epoch > (ends[last] as number)) throw new PastTheEnd();
    const phase = Math.min(
      ends.findIndex((end) => epoch <= end),
      last,
    );
    const start = phase === 0 ? 0 : (ends[phase - 1] as number);
    const length = (ends[phase] as number) - start;
    if (length === 0) throw new Impossible("a pct_start of more than one step", "a phase without length");
    return between(levels[phase] as number, levels[phase + 1] as number, (epoch - start) / length);
  };
}

/** From level to level; what PyTorch begins before step 0 is read from there on. */
function phases(ends: readonly number[], levels: readonly number[], { plan }: Annealing): Plan {
  const first = ends.findIndex((end) => end >= 0);
  const before = first === 0 ? 0 : (ends[first - 1] as number);
  let start = before;
  const parts = ends.slice(first).flatMap((end, k) => {
    const [from, to] = [levels[first + k] as number, levels[first + k + 1] as number];
    const over = end - start;
    if (over <= 0) return [];
    start = end;
    return [plan({ from, to, over })];
  });
  const whole = sequence(...parts);
  return before < 0 ? shift({ plan: whole, by: -before }) : whole;
}
