import { refuse } from "./error.ts";

/** The words for a length of time; all but steps need a fact of the run to become steps. */
type Word = "step" | "steps" | "epoch" | "epochs" | "sample" | "samples" | "token" | "tokens";

/**
 * A point in training or a length of it: a number of steps, or text with a unit.
 *
 * `500`, `"500 steps"`, `"5 epochs"`, `"6%"` (of the run), `"1e9 tokens"`, `"1e6 samples"`, `"rest"` (what remains).
 */
export type Time = number | `${number} ${Word}` | `${number}%` | "rest";

/**
 * A value that a plan reaches: absolute as a number, or text: `"0.1x"` is a tenth of the group's base rate,
 * `"last"` is where the previous part of the sequence ended.
 */
export type Level = number | `${number}x` | "last";

/** The name of a fact that a time or a level needs of the run. */
export type Fact = "steps" | "stepsPerEpoch" | "base" | "samplesPerStep" | "tokensPerStep";

/** What is known of the facts. */
export type Facts = { readonly [F in Fact]?: number };

/** A time taken apart. */
export interface Quantity {
  readonly count: number;
  readonly unit: "step" | "epoch" | "sample" | "token" | "%" | "rest";
}

const NUMBER = "(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)";
const TIME = new RegExp(`^${NUMBER}(?:%| (step|epoch|sample|token)s?)$`);
const LEVEL = new RegExp(`^${NUMBER}x$`);
const LONGEST_TEXT = 32;

/** What an error says where a time was expected. */
export const EXPECTED_TIME = 'a time: a number of steps from 0, or text such as "5 epochs"';
/** What an error says where a level was expected. */
export const EXPECTED_LEVEL = 'a level: a number from 0, or text such as "0.1x"';

/** Takes a time apart; undefined for whatever is not a time. */
export function readTime(time: unknown): Quantity | undefined {
  if (typeof time === "number") return time >= 0 && time < 1 / 0 ? { count: time, unit: "step" } : undefined;
  if (typeof time !== "string" || time.length > LONGEST_TEXT) return undefined;
  if (time === "rest") return { count: Number.NaN, unit: "rest" };
  const match = TIME.exec(time);
  const count = Number(match?.[1]);
  return count < 1 / 0 ? { count, unit: (match?.[2] ?? "%") as Quantity["unit"] } : undefined;
}

/** The factor that a relative level's text gives the base rate; undefined for whatever is not one. */
export function readFactor(level: unknown): number | undefined {
  const factor = typeof level === "string" && level.length <= LONGEST_TEXT ? Number(LEVEL.exec(level)?.[1]) : 1 / 0;
  return factor < 1 / 0 ? factor : undefined;
}

/** Whether a value is a level. */
export function isLevel(level: unknown): level is Level {
  return (
    (typeof level === "number" && level >= 0 && level < 1 / 0) || level === "last" || readFactor(level) !== undefined
  );
}

/**
 * A time as steps of the run, or the fact that it lacks; NaN for `"rest"`, which only its surroundings can tell.
 * Within 1e-9 relative of a whole step it is that step: 1.1 epochs of 10 steps are 11, not 11.000000000000002.
 */
export function resolveTime(time: Time, facts: Facts): number | Fact {
  const { count, unit } = readTime(time) as Quantity;
  if (unit === "step" || unit === "rest") return snap(count);
  const fact = unit === "%" ? "steps" : unit === "epoch" ? "stepsPerEpoch" : (`${unit}sPerStep` as const);
  const size = facts[fact];
  if (size === undefined) return fact;
  return snap(unit === "%" ? (count * size) / 100 : unit === "epoch" ? count * size : count / size);
}

function snap(steps: number): number {
  const whole = Math.round(steps);
  return Math.abs(steps - whole) <= 1e-9 * whole ? whole : steps;
}

/**
 * A level as a value, or the fact that it lacks; NaN for `"last"`, which only its surroundings can tell.
 * A product is rounded to 15 digits, so that a hundredth of 0.07 is 0.0007 and not its neighbour.
 */
export function resolveLevel(level: Level, { base }: Facts): number | Fact {
  if (typeof level === "number") return level;
  if (level === "last") return Number.NaN;
  if (base === undefined) return "base";
  const factor = readFactor(level) as number;
  return factor === 1 ? base : round15(factor * base);
}

/** The nearest number that 15 significant digits can write. */
export function round15(value: number): number {
  const scale = 10 ** (14 - Math.floor(Math.log10(value)));
  // Up to 1e22 a power of ten is exact, and so the quotient is the number nearest to the decimal.
  return scale >= 1 && scale <= 1e22 ? Math.round(value * scale) / scale : Number(value.toPrecision(15));
}

/**
 * Reads a time that a user typed; a plain number is steps.
 *
 * - `text`: digits with an optional fraction and exponent, then a unit (` steps`, ` epochs`, `%`, ` samples`,
 *   ` tokens`) or none; or `rest`. At most 32 characters.
 *
 * Throws a PlanError for anything else.
 *
 * @example
 * ```ts
 * import { time } from "anneal";
 * time("5 epochs"); // => "5 epochs"
 * time("500"); // => 500
 * time("5 epocks"); // => throws PlanError
 * ```
 */
export function time(text: string): Time {
  if (readTime(text) !== undefined) return text as Time;
  return readTime(`${text} steps`)?.count ?? refuse("time", EXPECTED_TIME, text);
}

/**
 * Reads a level that a user typed.
 *
 * - `text`: digits with an optional fraction and exponent, then `x` for a factor of the base rate or nothing for an
 *   absolute value; or `last`. At most 32 characters.
 *
 * Throws a PlanError for anything else.
 *
 * @example
 * ```ts
 * import { level } from "anneal";
 * level("0.1x"); // => "0.1x"
 * level("1e-4"); // => 0.0001
 * level("a tenth"); // => throws PlanError
 * ```
 */
export function level(text: string): Level {
  if (isLevel(text)) return text;
  return readFactor(`${text}x`) ?? refuse("level", EXPECTED_LEVEL, text);
}
