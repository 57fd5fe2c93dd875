import { CombinedLeaf } from "../../../kinds/combine.ts";
import { CosineLeaf } from "../../../kinds/cosine.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { RepeatLeaf } from "../../../kinds/repeat.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import type { Idiom, Shape } from "../idiom.ts";
import { type Argument, call } from "../python/call.ts";
import { importFrom } from "../python/importFrom.ts";
import { makeScheduler, notesOn } from "../python/makeScheduler.ts";
import { fieldsOf, ratio, stretches } from "../stretches.ts";

/** A scheduler that sets the rate by itself, whatever the optimizer's is. */
export interface Cycle {
  readonly args: Readonly<Record<string, Argument | undefined>>;
  readonly means: Plan;
}

const idiom =
  (scheduler: string, cycleOf: (shape: Shape, all: readonly Piece[]) => Cycle | undefined) =>
  (name: string): Idiom =>
  (shape) => {
    const cycle = cycleOf(shape, stretches(shape));
    if (!cycle) return;
    const { args, means } = cycle;
    const made = call(scheduler, ["optimizer"], { ...args, cycle_momentum: false });
    const imports = [importFrom("torch.optim.lr_scheduler", [scheduler])];
    return { code: makeScheduler(shape, name, made, imports), means, notes: notesOn(shape) };
  };

/** Two or three phases that each end one step before the next; past its end it raises. */
export function oneCycle({ steps }: Shape, all: readonly Piece[]): Cycle | undefined {
  const isLinear = all[0]?.leaf instanceof LinearLeaf;
  const phases = all.map((one) => (isLinear ? fieldsOf(one, LinearLeaf) : fieldsOf(one, CosineLeaf)));
  const [first, second, third] = phases;
  const last = third ?? second;
  const start = all.at(-1)?.start;
  if (!first || !second || !last || phases.length > 3 || !(last.to < first.from && first.from < first.to)) return;
  const total = Math.round((start as number) + last.over + 1);
  if (steps > total) return;
  const pct = ratio(first.over + 1, total);
  const div_factor = ratio(first.to, first.from);
  const final_div_factor = ratio(first.from, last.to);
  const [peak, low] = [first.to, first.to / div_factor];
  const kind = isLinear ? "linear" : "cosine";
  const parts: Plan[] = [{ kind, from: low, to: peak, over: pct * total - 1 }];
  if (third) parts.push({ kind, from: peak, to: low, over: pct * total - 1 });
  const end = total - 1 - (third ? 2 * (pct * total - 1) : pct * total - 1);
  if (!(end > 0 && final_div_factor < 1 / 0)) return;
  parts.push({ kind, from: third ? low : peak, to: low / final_div_factor, over: end });
  return {
    args: {
      max_lr: peak,
      total_steps: total,
      pct_start: Number.isInteger(pct) ? `${pct}.0` : pct,
      anneal_strategy: isLinear ? '"linear"' : undefined,
      div_factor,
      final_div_factor,
      three_phase: third && true,
    },
    means: { kind: "sequence", parts },
  };
}

/** The cycle by itself. */
export const oneCycleLR: (name: string) => Idiom = idiom("OneCycleLR", oneCycle);

/** Triangles: of one height, halved with each, or lower with every step. */
export const cyclicLR: (name: string) => Idiom = idiom("CyclicLR", ({ steps }, [only, more]) => {
  if (more || !only) return;
  const shrunk = fieldsOf(only, CombinedLeaf);
  const [scaled, rest] = shrunk?.operation === "sum" ? shrunk.active : [];
  const [triangles, height] = fieldsOf(scaled, CombinedLeaf)?.active ?? [only];
  const { own = [], stretch, scale } = fieldsOf(triangles, RepeatLeaf) ?? {};
  const [up, down] = [fieldsOf(own[0], LinearLeaf), fieldsOf(own[1], LinearLeaf)];
  if (!up || !down || stretch !== 1 || scale !== 1) return;
  const { from: low, to: peak } = up;
  const total = up.over + down.over;
  // It loses digits with every cycle.
  const lost = ((2 + steps / total) * 2 ** -51 * Math.abs(peak - low) * total) / Math.min(up.over, down.over);
  if (!(lost < 1e-12 * Math.min(low, peak) + 1e-15 * Math.max(low, peak))) return;
  const args = {
    base_lr: low,
    max_lr: peak,
    step_size_up: up.over,
    step_size_down: up.over === down.over ? undefined : down.over,
  };
  const ramp = (from: number, to: number, over: number): Plan => ({ kind: "linear", from, to, over });
  const parts = [ramp(low, peak, up.over), ramp(peak, low, down.over)];
  const means: Plan = { kind: "repeat", plan: { kind: "sequence", parts } };
  if (!scaled) return { args, means };
  const { factor = 0, staircase } = fieldsOf(height, ExponentialLeaf) ?? {};
  if (!rest || (staircase && factor !== 0.5)) return;
  const shape = { kind: "exponential", factor, every: staircase ? total : 1, staircase: staircase as boolean } as const;
  const product: Plan = { kind: "product", factors: [means, { ...shape, from: 1 }] };
  return {
    args: { ...args, mode: staircase ? '"triangular2"' : '"exp_range"', gamma: staircase ? undefined : factor },
    means: { kind: "sum", terms: [product, { ...shape, from: 0, to: low }] },
  };
});
