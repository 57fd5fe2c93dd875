import type { BoundController } from "../controllers/bindReducer.ts";
import type { ControllerState } from "../controllers/reducer.ts";
import type { Schedule } from "../schedule.ts";
import type { Place } from "./hyperparameter.ts";

type Numbers = Record<string, number>;

/** A param group, by the names of its numbers. */
export type Group = Numbers & { readonly betas?: Numbers };

/** The tracks by their hyperparameters. */
export type Tracks = Readonly<Record<string, Track>>;

/** One hyperparameter of all param groups, with what drives it. */
export class Track {
  readonly groups: readonly Group[];
  readonly place: Place;
  /** What relative levels refer to, one for each group. */
  readonly bases: readonly number[];
  /** One for each group; groups with the same plan and base share one. */
  readonly schedules: readonly Schedule[];
  readonly controllers: readonly BoundController[];
  /** One for each controller. */
  states: readonly ControllerState[];
  /** The product of the controllers' scales for each group; undefined without controllers. */
  scales: Float64Array | undefined;
  /** The groups' indices, those that share a schedule side by side, so that each schedule is read once a step. */
  readonly #order: readonly number[];
  readonly #targets: readonly Group[];
  readonly #sources: readonly Schedule[];

  constructor(
    groups: readonly Group[],
    place: Place,
    bases: readonly number[],
    schedules: readonly Schedule[],
    controllers: readonly BoundController[],
    states: readonly ControllerState[],
  ) {
    this.groups = groups;
    this.place = place;
    this.bases = bases;
    this.schedules = schedules;
    this.controllers = controllers;
    this.states = states;
    this.scales = productOf(states);
    const followers = new Map<Schedule, number[]>();
    schedules.forEach((schedule, i) => {
      const same = followers.get(schedule) ?? [];
      followers.set(schedule, same);
      same.push(i);
    });
    this.#order = [...followers.values()].flat();
    this.#targets = this.#order.map((i) => groups[i] as Group);
    this.#sources = this.#order.map((i) => schedules[i] as Schedule);
  }

  /** Writes the values of a position into the groups, where they are others. */
  write(position: number, scales: Float64Array | undefined = this.scales): void {
    const targets = this.#targets;
    const sources = this.#sources;
    const order = this.#order;
    const { inBetas, field } = this.place;
    let last: Schedule | undefined;
    let planned = 0;
    for (let i = 0; i < targets.length; i++) {
      const schedule = sources[i] as Schedule;
      if (schedule !== last) {
        planned = schedule(position);
        last = schedule;
      }
      const group = targets[i] as Group;
      // A list of betas may be another one by now.
      const owner = inBetas ? (group.betas as Numbers) : group;
      const value = scales === undefined ? planned : planned * (scales[order[i] as number] as number);
      if (owner[field] !== value) owner[field] = value;
    }
  }

  /** The values of a position, one for each group. */
  rates(position: number, scales: Float64Array | undefined = this.scales): number[] {
    return this.schedules.map((schedule, i) => schedule(position) * (scales?.[i] ?? 1));
  }
}

/** The product of the controllers' scales, for each group. */
export function productOf(states: readonly ControllerState[]): Float64Array | undefined {
  const [first, ...others] = states;
  return (
    first &&
    Float64Array.from(first.scales, (scale, i) =>
      others.reduce((all, { scales }) => all * (scales[i] as number), scale),
    )
  );
}
