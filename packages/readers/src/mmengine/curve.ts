import type { Level, Plan } from "anneal";
import type { Parameter } from "../parameter.ts";

/** When a scheduler acts: steps of its own clock, from `begin` until before `end`. */
export interface Window {
  readonly begin: number;
  readonly end: number;
  /** How many updates an epoch of its arguments is; 1 unless epochs are converted. */
  readonly each: number;
  /** Tells that an argument cannot be so. */
  refuse(option: string, expected: string, received: unknown): void;
}

/** Where a curve goes to: an absolute value, or a share of the group's own. */
export type Floor = { readonly absolute: number } | { readonly share: number };

/** What one scheduler does to the value that it finds, on a clock that begins with it. */
export interface Curve {
  /** The plan, where `own` says what a multiple of the value is; it is `found * plan(1, 0) + plan(0, floor)`. */
  plan(own: (multiple: number) => Level, floor: Level): Plan;
  readonly floor: Floor;
  /** Its multiple at its first step. */
  readonly start: number;
  /** The first step that is other than what it finds. */
  readonly first: number;
  /** The step whose value is kept for what comes after; Infinity where the plan keeps it by itself. */
  readonly until: number;
  /** The step from which it moves no more, where that is before its window's end. */
  readonly still?: number;
  /** Whether it begins with a level of its own, whatever it finds. */
  readonly overwrites?: boolean;
  /** Whether it has nothing to do with the group's own value. */
  readonly absolute?: boolean;
  /** Whether it goes by the group's own value again later. */
  readonly returns?: boolean;
}

/** How the schedulers of one shape are read, whichever hyperparameter they move. */
export interface Shape {
  /** The arguments between `optimizer` and the window's. */
  readonly parameters: Readonly<Record<string, Parameter<unknown>>>;
  /** One curve, or one for each group. */
  curves(given: Readonly<Record<string, unknown>>, window: Window): readonly Curve[];
}

type Arguments<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** A row of the table of shapes. */
export function shape<const P extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: P,
  curves: (given: Arguments<P>, window: Window) => readonly Partial<Curve>[],
): Shape {
  return {
    parameters,
    curves: (given, window) =>
      curves(given as Arguments<P>, window).map((curve) => ({
        floor: { absolute: 0 },
        start: 1,
        first: 1,
        until: Number.POSITIVE_INFINITY,
        ...(curve as Pick<Curve, "plan">),
        ...curve,
      })),
  };
}

/** The end of a scheduler that was not told one. */
export const NEVER = 1e9;
