import type { Controller, Functions, Issue, Plan, Run } from "anneal";
import type { Document } from "./document.ts";
import type { Place } from "./value.ts";

/** What one piece of a text schedules, as plans: what every reader answers. */
export interface Found {
  /** By hyperparameter, `lr` first of all: one plan for all groups, or one for each. */
  readonly program: Readonly<Record<string, Plan | readonly Plan[]>>;
  /** What scales `lr` by a metric. */
  readonly controllers?: readonly Controller[];
  /** The facts of the run that the text has. */
  readonly run?: Run;
  /** The base rate of each group, where there are several. */
  readonly bases?: readonly number[];
  /** The functions that `custom` plans name. */
  readonly functions?: Functions;
  /** How many steps were done, where the text is a state that was saved. */
  readonly position?: number;
  /** What one step of the plans is, where the text says so; else one call of the scheduler's `step()`. */
  readonly unit?: "update" | "epoch";
  /** Every how many of these a step is made, where it is not one of them. */
  readonly every?: Every;
  /** How every update is told what part of the epochs is done, where a step is an epoch and rates move within it. */
  readonly fraction?: Fraction;
  /** Whether it cannot be told what one step is, or the text steps what counts one thing at another. */
  readonly isUnclocked?: boolean;
  /** How many epochs the text trains for, where a step is an update and the loop around it says so. */
  readonly epochs?: number;
  /** How many steps its schedule is made for, after which the framework makes no other. */
  readonly made?: number;
}

/** One step of a plan for several epochs or updates, or several steps for one of them. */
export interface Every {
  /** How many of them a step is for; below 1 where each makes several steps. */
  readonly count: number;
  /** Whether an epoch begins to count them anew. */
  readonly isPerEpoch: boolean;
  /** By how many of them each step is earlier than after all of them. */
  readonly early?: number;
}

/** What part of the epochs is done, as a scheduler is told at every update. */
export interface Fraction {
  /** By how many updates it is behind: 1 where an update's rate is by what was done before the one before it. */
  readonly behind: number;
  /** Whether it is told whole epochs alone. */
  readonly isWhole?: boolean;
}

/** A fact that a text does not have. */
export interface Need {
  /** What to give it under, in `options.values`: its own text, such as `args.epochs`, or a fact such as `num_training_steps`. */
  readonly name: string;
  /** What it is for. */
  readonly why: string;
  readonly place?: Place;
  /** What it is a part of, by its own text, where all of that may be given instead: `len(loader) * args.epochs`. */
  readonly whole?: string;
}

/** Something to be known about a reading. */
export interface Note {
  readonly text: string;
  readonly place?: Place;
}

/** What was read of one schedule in a text. */
export interface Reading extends Partial<Found> {
  /** The framework whose schedule it is. */
  readonly framework: string;
  /** What was read: the name of a class, a function or a setting. */
  readonly name: string;
  readonly place?: Place;
  /** The facts that are missing; without those that the plans' own numbers come from there is no `program`. */
  readonly needs: readonly Need[];
  readonly notes: readonly Note[];
  /** What is wrong with it, with its line and column; then there is no `program`. */
  readonly problems: readonly Issue[];
}

/** The facts that a text does not have, by the names under which a reading asks for them. */
export type Values = Readonly<Record<string, number | string | boolean | null | readonly number[]>>;

/** What readers take besides the text. */
export interface ReadOptions {
  /** The framework, by a reader's name. Default: it is recognised. */
  readonly from?: string;
  /** Facts that the text does not have, by name. Default none. */
  readonly values?: Values;
  /** How the text is written. Default: it is recognised. */
  readonly notation?: Document["notation"];
}
