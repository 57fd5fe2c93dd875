import { type BoundController, bindController } from "../controllers/controller.ts";
import { plateau } from "../controllers/plateau.ts";
import type { ControllerState } from "../controllers/reducer.ts";
import { Problems } from "../error.ts";
import type { ParamGroup } from "../scheduler/optimizer.ts";
import type { ReduceLROnPlateauOptions } from "./reduceLROnPlateau.ts";
import type { Share } from "./share.ts";

/** A share that scales the rate by a plateau controller. */
export interface PlateauShare extends Share {
  /** Learns from a metric, at the rates in force; what it makes of it counts from the next move on. */
  observe(metric: number, rates: readonly number[]): void;
}

/** The share of a scheduler with these options. */
export function plateauShare(
  { threshold, thresholdMode, minLr, ...same }: Required<ReduceLROnPlateauOptions>,
  groups: readonly ParamGroup[],
): PlateauShare {
  const [rtol, atol] = thresholdMode === "rel" ? [threshold, 0] : [0, threshold];
  const controller = plateau({ ...same, rtol, atol, minRate: minLr });
  let known = groups;
  let bound = bind();
  let state = bound.start(groups.map(() => 1));
  let next: ControllerState | undefined;

  function bind(): BoundController {
    const problems = new Problems();
    const made = bindController(controller, known.length, "", problems) as BoundController;
    problems.throwIfAny();
    return made;
  }

  return {
    needsMetric: true,
    program: { plan: { kind: "constant", value: "1x" }, controllers: controller },
    observe(metric, rates) {
      next = bound.next(state, metric, rates).state;
    },
    own: (i, _, base) => base * (state.scales[i] as number),
    move(_, now) {
      const before = [known, state] as const;
      ...
    },
    save: (given) => ({ ...given, controllers: { lr: [state] } }),
    load({ controllers }) {
      const problems = new Problems();
      const path = "state.controllers.lr[0]";
      const read = bound.read(controllers.lr?.[0], path, problems);
      if (problems.issues.length === 0 && read.scales.some(scale => scale > 1)) problems.add(`${path}.scales`, "numbers of at most 1", ...)
      problems.throwIfAny();
      state = read;
    },
  };
}
