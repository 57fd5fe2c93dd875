import type { Fact, Level, Time } from "./units.ts";

declare const needs: unique symbol;

/** A mark that exists only in types: the facts of a run that a plan made by a factory needs. */
export interface Needs<F extends Fact | "unknown"> {
  readonly [needs]?: F;
}

/** The fact that a time needs; `"unknown"` for a value that is typed just `Time`. */
export type TimeFact<T> = Time extends T
  ? "unknown"
  : T extends `${string}epoch${string}`
    ? "stepsPerEpoch"
    : T extends `${string}%` | "rest"
      ? "steps"
      : T extends `${string}sample${string}`
        ? "samplesPerStep"
        : T extends `${string}token${string}`
          ? "tokensPerStep"
          : never;

/** The fact that a level needs; `"unknown"` for a value that is typed just `Level`. */
export type LevelFact<L> = Level extends L ? "unknown" : L extends `${string}x` ? "base" : never;

/** The facts that a plan is marked with; `"unknown"` for one that carries no mark. */
export type FactsOf<P> = P extends Needs<infer F> ? (Fact extends F ? "unknown" : F) : "unknown";
