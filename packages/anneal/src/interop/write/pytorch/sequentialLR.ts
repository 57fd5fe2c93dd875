import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import type { Idiom, Shape } from "../idiom.ts";
import { call, list } from "../python/call.ts";
import { importFrom } from "../python/importFrom.ts";
import { makeScheduler, notesOn } from "../python/makeScheduler.ts";
import { stretches } from "../stretches.ts";
import { type Child, curve } from "./curve.ts";
import { level, levels } from "./level.ts";

/** One scheduler of PyTorch's, or a SequentialLR of several. */
export const sequentialLR =
  (name: string): Idiom =>
  (shape) => {
    const children = childrenOf(shape);
    if (!children || children.length > MOST) return;
    const milestones = children.slice(1).map(({ start }) => start);
    const calls = children.map((child) => call(child.name, ["optimizer"], child.args));
    const single = milestones.length === 0;
    const made = single
      ? calls[0]
      : call("SequentialLR", ["optimizer"], { schedulers: list(calls), milestones: list(milestones) });
    const parts = children.map(({ means }, i) => ({
      plan: means,
      ...(i in milestones && { until: milestones[i] as number }),
    }));
    const names = [...children.map((child) => child.name), ...(single ? [] : ["SequentialLR"])];
    const imports = [importFrom("torch.optim.lr_scheduler", names)];
    const means: Plan = { kind: "sequence", parts };
    return {
      code: makeScheduler(shape, name, made as Exclude<typeof made, undefined>, imports),
      means,
      notes: notesOn(shape),
    };
  };

/** More than so many schedulers are not easier to read than a formula. */
const MOST = 6;

/** The schedulers of PyTorch's that a plan is one after the other, and when each begins. */
export function childrenOf(shape: Shape): readonly (Child & { start: number })[] | undefined {
  const { base, steps } = shape;
  const all = stretches(shape, true);
  const children: (Child & { start: number })[] = [];
  for (let i = 0; i < all.length; ) {
    const stretch = all[i] as Piece;
    const { start, leaf } = stretch;
    if (!Number.isInteger(start)) return;
    let next = i + 1;
    let child: Child | undefined;
    if (leaf) {
      child = curve(stretch, base, all[next]?.start ?? steps);
      // What it holds by itself need not be said, unless other levels follow.
      if (child?.holds && isLevel(all[next]) && !isLevel(all[next + 1])) next++;
    } else {
      let end = next;
      while (isLevel(all[end])) end++;
      child = levels(all.slice(i, end), all[end]?.start ?? steps, base);
      if (child) next = end;
      else child = level(stretch, all[next]?.start, base);
    }
    if (!child) return;
    children.push({ ...child, start });
    i = next;
  }
  return children;
}

const isLevel = (stretch: Piece | undefined): boolean => stretch !== undefined && !stretch.leaf;
