import type { Functions, Issue, Plan, Run } from "anneal";
import type { Need, Note } from "anneal-readers";
import type { Control } from "./controlled.ts";
import type { Place } from "./place.ts";
import type { PlaceOf } from "./placed.ts";

/** A schedule that was read, from wherever it came. */
export interface Source {
  /** What it is called in legends and messages. */
  readonly name: string;
  /** The file as it was given, `-` for standard input, or `argument` for a call. */
  readonly file: string;
  /** The text that it was read from. */
  readonly text: string;
  /** What it is: the plan's own form, or the framework that it was read from. */
  readonly framework: string;
  /** By hyperparameter: one plan for all groups, or one for each. None while facts are missing. */
  readonly program: Readonly<Record<string, Plan | readonly Plan[]>> | undefined;
  /** The facts that the source or the flags have, in steps of the plans. */
  readonly run: Run;
  /** The groups' base rates, where there are several. */
  readonly bases: readonly number[] | undefined;
  /** Those of each hyperparameter, where they have their own. */
  readonly ownBases?: Readonly<Record<string, readonly number[]>> | undefined;
  /** The controllers of each hyperparameter that a metric scales, so that no plan says all of it. */
  readonly driven?: Readonly<Record<string, unknown>> | undefined;
  /** What the controllers of a saved state do to its plans. */
  readonly control?: Control | undefined;
  readonly functions: Functions | undefined;
  /** What one step of the plans is, where the source says so. */
  readonly unit: "update" | "epoch" | undefined;
  /** How many of its steps were done, where it is a state that was saved. */
  readonly position?: number | undefined;
  /** How many updates an epoch has, where that is known and a step of the plans is an epoch. */
  readonly updatesPerEpoch: number | undefined;
  /** Whether it cannot be told, or not be written, when its steps are made. */
  readonly isUnclocked?: boolean;
  readonly needs: readonly Need[];
  readonly notes: readonly Note[];
  /** What is wrong with it; then there is no program. */
  readonly problems: readonly Issue[];
  /** Where in its text it stands. */
  readonly place: Place | undefined;
  /** Where in its text a path of its program stands, such as `lr.parts[0].over`; only of texts whose paths those are. */
  readonly placeOf: PlaceOf | undefined;
}
