import type { Problems } from "../error.ts";
import type { Fields } from "../field.ts";
import type { Watch } from "./watch.ts";

/** What every controller keeps; all of it is plain JSON. */
export interface ControllerState {
  /** How many metrics it was given. Decisions call them epochs. */
  readonly epoch: number;
  /** What it multiplies the plan's value by, one number for each param group. */
  readonly scales: readonly number[];
}

/** What a controller makes of one metric. */
export interface Outcome<S> {
  readonly state: S;
  /** Why it acted; absent when it only watched. */
  readonly reason?: string;
}

/** A controller's fields with the defaults filled in; what means something when it is absent stays so. */
export type Read<C extends Watch> = Omit<Required<C>, "kind" | "monitor" | "rtol" | "atol"> &
  Pick<Watch, "rtol" | "atol">;

/** One row of the controllers' table: what may stand in the fields, and a pure reducer over states. */
export interface Reducer<C extends Watch & { readonly kind: string }, S extends ControllerState> {
  readonly fields: Fields<Omit<C, "kind">>;
  /** It may raise a value above its plan's. */
  readonly raises?: true;
  /** Checks what one field alone cannot tell. */
  check(fields: Read<C>, groups: number, problem: Problems["add"]): void;
  /** The state before the first metric. */
  start(scales: readonly number[]): S;
  /** The state after a metric; `rates` are the values in force, plan times scales, one for each param group. */
  next(fields: Read<C>, state: S, metric: number, rates: readonly number[]): Outcome<S>;
}
