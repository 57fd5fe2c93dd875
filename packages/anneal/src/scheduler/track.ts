import type { BoundController } from "../controllers/controller.ts";
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
  readonly inBetas: boolean;
  readonly field: string;
  /** What relative levels refer to, one for each group. */
  readonly bases: readonly number[];
  /** One for each group; groups with the same plan and base share one. */
  readonly schedules: readonly Schedule[];
  readonly controllers: readonly BoundController[];
  /** One for each controller. */
  states: readonly ControllerState[];
  /** The product of the controllers' scales for each group; undefined without controllers. */
  scales: Float64Array | undefined;
  readonly #distinct: readonly Schedule[];
  /** Which of the distinct schedules each group follows. */
  readonly #which: Uint32Array;
  readonly #values: Float64Array;

  constructor(
    groups: readonly Group[],
    place: Place,
    bases: readonly number[],
    schedules: readonly Schedule[],
    controllers: readonly BoundController[],
    states: readonly ControllerState[],
  ) {
    const order = new Map([...new Set(schedules)].map((schedule, i) => [schedule, i]));
    this.groups = groups;
    this.place = place;
    this.inBetas = place.inBetas;
    this.field = place.field;
    this.bases = bases;
    this.schedules = schedules;
    this.controllers = controllers;
    this.states = states;
    this.scales = productOf(states);
    this.#distinct = [...order.keys()];
    this.#which = Uint32Array.from(schedules, (schedule) => order.get(schedule) as number);
    this.#values = new Float64Array(order.size);
  }

  /** Writes the values of a position into the groups, where they are others. */
  write(position: number, scales: Float64Array | undefined = this.scales): void {
    const { groups, inBetas, field } = this;
    const distinct = this.#distinct;
    const which = this.#which;
    const values = this.#values;
    for (let i = 0; i < distinct.length; i++) values[i] = (distinct[i] as Schedule)(position);
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i] as Group;
      // A list of betas may be another one by now.
      const owner = inBetas ? (group.betas as Numbers) : group;
      const planned = values[which[i] as number] as number;
      const value = scales ? planned * (scales[i] as number) : planned;
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
