import { type Problems, refuse } from "../error.ts";
import { FROM_ZERO, misfit } from "../field.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer, ParamGroup } from "../scheduler/optimizer.ts";
import { LRScheduler, type Plans, undoMove } from "./lrScheduler.ts";
import type { Share } from "./share.ts";

interface MomentumGroup extends ParamGroup {
  momentum?: unknown;
  betas?: number[];
}

/** A group's momentum or first beta as if it were a rate. The list of betas may be another one each time. */
function momentumOf(group: MomentumGroup): ParamGroup {
  return {
    get lr() {
      return (group.betas ? group.betas[0] : group.momentum) as number;
    },
    set lr(value) {
      const { betas } = group;
      if (betas && value >= 1) refuse("betas[0]", "a number below 1", value);
      if (betas) betas[0] = value;
      else group.momentum = value;
    },
  };
}

const sides = new WeakMap<object, { readonly paramGroups: readonly ParamGroup[] }>();

/** What stands for an optimizer's momentum: its groups are those of the optimizer at any time. */
function sideOf(optimizer: Optimizer): Optimizer {
  const known = new WeakMap<ParamGroup, ParamGroup>();
  const side = sides.get(optimizer) ?? {
    get paramGroups() {
      return optimizer.paramGroups.map((group) => {
        const momentum = known.get(group) ?? momentumOf(group);
        known.set(group, momentum);
        return momentum;
      });
    },
  };
  sides.set(optimizer, side);
  return side;
}

/** What cycles momentum, or the first of `betas`, beside a rate. */
export class MomentumCycle extends LRScheduler<Plans> {}

/** The options of the classes that cycle momentum. */
export interface MomentumOptions {
  /** Whether momentum is driven, or the first of `betas`. Default true. */
  readonly cycleMomentum?: boolean;
  /** The lowest momentum; one number, or one for each group. */
  readonly baseMomentum?: number | readonly number[];
  /** The highest momentum; one number, or one for each group. */
  readonly maxMomentum?: number | readonly number[];
}

/** Reports momenta that the optimizer cannot have. */
export function checkMomentum(
  optimizer: Optimizer,
  { cycleMomentum, ...levels }: Required<MomentumOptions>,
  problems: Problems,
): void {
  if (!cycleMomentum) return;
  if (!sideOf(optimizer).paramGroups.every(({ lr }) => misfit(FROM_ZERO, lr) === undefined)) {
    problems.add("cycleMomentum", "false, or param groups with momentum or betas", true);
  }
  for (const name of ["baseMomentum", "maxMomentum"] as const) {
    const tooLarge = [levels[name]].flat().find((level) => level >= 1);
    if (tooLarge && keyOf(optimizer) === "beta1") problems.add(name, "below 1 for betas", tooLarge);
  }
}

/** The name that programs have for it. */
function keyOf({ paramGroups }: Optimizer): "momentum" | "beta1" {
  return paramGroups.every((group) => "betas" in group) ? "beta1" : "momentum";
}

/** A share that moves, saves and loads a momentum cycle along with its own; the cycle is made at the first move. */
export function withMomentum(share: Share, optimizer: Optimizer, plan: Plans | false, own?: Share): Share {
  if (!plan) return share;
  const key = keyOf(optimizer);
  let momentum: MomentumCycle | undefined;
  return {
    ...share,
    momentum: () => momentum,
    move(position, groups, bases, rateOf, lead) {
      const undo = share.move?.(position, groups, bases, rateOf, lead);
      try {
        if (!momentum) momentum = new MomentumCycle(sideOf(optimizer), position - 1, plan, { ...own, rank: 0 });
        else if (lead || momentum.lastEpoch !== position) momentum.step(position);
        else return undo;
      } catch (error) {
        undo?.();
        throw error;
      }
      return () => {
        undo?.();
        undoMove(momentum as MomentumCycle);
      };
    },
    save(given) {
      const state = share.save?.(given) ?? given;
      const { program, bases, leads } = (momentum as MomentumCycle).stateDict();
      return {
        ...state,
        program: { ...state.program, [key]: program.lr as Plan },
        bases: { ...state.bases, [key]: bases.lr as readonly number[] },
        ...(leads && { leads: [...(state.leads ?? []), key] }),
      };
    },
    load(state, groups) {
      share.load?.(state, groups);
      const { position, leads, bases } = state;
      momentum?.loadStateDict({
        ...momentum.stateDict(),
        bases: { lr: bases[key] as readonly number[] },
        position,
        leads: leads?.includes?.(key) ? ["lr"] : [],
      });
    },
  };
}
