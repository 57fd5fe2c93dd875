import { piecewise } from "anneal";
import { ignored, list, number, optional } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { ofBase } from "../level.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { factorClass } from "./factorClass.ts";

/** `MultiStepLR`: multiplies by `gamma` at each of the milestones, which come in any order; a repeated one counts. */
export const multiStepLR: SchedulerClass = schedulerClass(
  { milestones: list(number), gamma: optional(number, 0.1), last_epoch: lastEpoch, verbose: ignored },
  ({ milestones, gamma }, { building }) => {
    // step() comes to whole epochs from 0 alone.
    const met = milestones.filter((milestone) => milestone >= 0 && Number.isInteger(milestone)).sort((a, b) => a - b);
    if (met.length < milestones.length) {
      building.context.note("step() never comes to milestones below 0 or between two epochs");
    }
    const counted = new Map<number, number>();
    for (const milestone of met) counted.set(milestone, (counted.get(milestone) ?? 0) + 1);
    let passed = counted.get(0) ?? 0;
    const from = ofBase(gamma ** passed);
    const at = [...counted.keys()].filter((milestone) => milestone > 0);
    const to = at.map((milestone) => {
      passed += counted.get(milestone) ?? 0;
      return ofBase(gamma ** passed);
    });
    return factorClass(piecewise({ from, at, to }), met.at(-1) ?? 0, {
      next: ({ rate, epoch }) => rate * gamma ** (counted.get(epoch) ?? 0),
      closed: ({ base, epoch }) => base * gamma ** milestones.filter((milestone) => milestone <= epoch).length,
    });
  },
);
