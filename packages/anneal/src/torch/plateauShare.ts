import { type BoundController, bindReducer } from "../controllers/bindReducer.ts";
import { plateau, plateauReducer } from "../controllers/plateau.ts";
import { Problems, refuse } from "../error.ts";
import type { ParamGroup } from "../scheduler/optimizer.ts";
import { baseRate } from "./baseRate.ts";
import type { ReduceLROnPlateauOptions } from "./reduceLROnPlateau.ts";
import type { Share } from "./share.ts";

/** A share that scales the rate by a plateau controller. */
export interface PlateauShare extends Share {
  /** Learns from a metric, at the rates in force, in a step, without which it learns nothing. */
  observe(metric: number, rates: readonly number[], step: () => void): void;
}

/** The share of a scheduler with these options, which were checked. */
export function plateauShare(
  { threshold, thresholdMode, minLr, ...same }: Required<ReduceLROnPlateauOptions>,
  first: readonly ParamGroup[],
): PlateauShare {
  const [rtol, atol] = thresholdMode === "rel" ? [threshold, 0] : [0, threshold];
  const controller = plateau({ ...same, rtol, atol, minRate: minLr });
  let groups = first;
  let bound = bind(groups);
  let state = bound.start(groups.map(() => 1));

  function bind({ length }: readonly ParamGroup[]): BoundController {
    const problems = new Problems();
    const made = bindReducer(plateauReducer, controller, length, "", problems);
    // All that can still be wrong is the length of a list.
    if (problems.issues[0]) refuse("minLr", problems.issues[0].expected, minLr);
    return made;
  }

  return {
    needsMetric: true,
    program: { plan: baseRate, controllers: controller },
    observe(metric, rates, step) {
      const before = state;
      state = bound.next(state, metric, rates).state;
      try {
        step();
      } catch (error) {
        state = before;
        throw error;
      }
    },
    own: (i, _, base) => base * (state.scales[i] as number),
    move(_, now) {
      if (now === groups) return undefined;
      bound = bind(now);
      // A new group starts at the scale of the last.
      const { scales } = state;
      const last = scales.at(-1) as number;
      state = { ...state, scales: now.map((group) => scales[groups.indexOf(group)] ?? last) };
      groups = now;
      return undefined;
    },
    save: (given) => ({ ...given, controllers: { lr: [state] } }),
    load({ controllers }) {
      const problems = new Problems();
      const path = "state.controllers.lr[0]";
      const saved = bound.read(controllers.lr?.[0], path, problems);
      const raised = saved.scales?.find((scale) => scale > 1);
      if (raised) problems.add(`${path}.scales`, "numbers of at most 1", raised);
      problems.throwIfAny();
      state = saved;
    },
  };
}
