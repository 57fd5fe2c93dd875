import type { Functions, Plan, Run } from "../../src/index.ts";
import type { DIFFERENCES } from "./differences.ts";

/** One case of a table: a configuration in the framework's own words, and what the framework itself made of it. */
export interface Case<C> {
  readonly config: C;
  /** The base rate of the one group, or of each; absent where the framework's values are absolute. */
  readonly base?: number;
  readonly bases?: readonly number[];
  /** The positions that were read. */
  readonly at: readonly number[];
  /** What the framework refused the configuration with; then there are no values. */
  readonly raises?: string;
  /** `values` (the rates), `momentum`, …: at each position a number, or one for each group. */
  readonly [series: string]: unknown;
}

/** One plan for all groups, or one for each. */
export type Plans = Plan | readonly Plan[];

/** What a user of the framework writes with this library for a case's configuration. */
export interface Ported {
  /** By the table's series: `{ values: plan, momentum: plan }`. Absent where nothing can be written: see `differs`. */
  readonly program?: Readonly<Record<string, Plans>>;
  /** The facts that the plans need; the harness adds each group's base rate. */
  readonly run?: Run;
  /** The groups' base rates, where the framework has them among its options. */
  readonly bases?: readonly number[];
  readonly functions?: Functions;
  /**
   * Where it may be different on purpose: the reason, and at which positions (default all). What does not really
   * differ there, in a value or in that one of the two refuses the case, is compared and counted as usual.
   */
  readonly differs?: { readonly as: keyof typeof DIFFERENCES; readonly at?: (position: number) => boolean };
  /**
   * How far the framework's own rounding may take it from its own formula, relative to the peak, where it subtracts
   * numbers that are nearly equal. Values that need this are counted apart.
   */
  readonly loses?: (position: number) => number;
  /** The schedule's largest value, where it may be at none of the positions that were read. */
  readonly peak?: number;
}

/** From a case to what is written for it; a PlanError is a refusal. */
export type Port<C = never> = (one: Case<C>) => Ported;

/** What another test compares: its path from packages/anneal/test/parity. */
export interface Elsewhere {
  readonly elsewhere: string;
}

/** The ports of one framework, by its schedules' names. */
export type Ports = Readonly<Record<string, Port | Elsewhere>>;

/** What one schedule of a framework was read from. */
export interface Table {
  readonly framework: string;
  readonly version: string;
  readonly ran: string;
  readonly precision: "float64" | "float32";
  readonly schedules: Readonly<Record<string, { readonly unit: string; readonly cases: readonly Case<never>[] }>>;
}
