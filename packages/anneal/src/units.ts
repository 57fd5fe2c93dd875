import { type BatchSize, consumed } from "./consumed.ts";
import { refuse } from "./error.ts";
import { LONGEST_TEXT } from "./limits.ts";

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

/** What a fact is: how much an update consumes may change during the run. */
export type FactValue<F extends Fact> = F extends "samplesPerStep" | "tokensPerStep" ? BatchSize : number;

/** What is known of the facts. */
export type Facts = { readonly [F in Fact]?: FactValue<F> } & {
  /** Inside a plan's own clock: what one update adds to it. */
  readonly clock?: BatchSize | undefined;
};

const QUANTITY = /^(\d[\d.eE+-]*\d|\d)(?: (step|epoch|sample|token)s?|[x%])$/;

/** The fact that each unit needs; a plain number and steps need none. */
const FACTS: Readonly<Record<string, Fact>> = {
  "%": "steps",
  epoch: "stepsPerEpoch",
  sample: "samplesPerStep",
  token: "tokensPerStep",
  x: "base",
};

/** What an error says where a number, a time or a level was expected. */
export const EXPECTED = {
  number: "a finite number",
  time: 'a time (5, "5 epochs", "5%", "5 tokens")',
  level: 'a level (0.01, "0.1x")',
  text: "a text of length",
};

/** A time or a level taken apart. */
export interface Quantity {
  readonly count: number;
  readonly unit: string;
}

/** Takes a time or a level apart; the unit of a plain number is empty. What is neither has no count: it is NaN. */
export function readQuantity(value: unknown): Quantity {
  const parts = typeof value === "string" && value.length <= LONGEST_TEXT && QUANTITY.exec(value);
  // Not destructured, which goes through an iterator: a plan may have hundreds of thousands of texts.
  return parts
    ? { count: Number(parts[1]), unit: parts[2] ?? value.slice(-1) }
    : { count: typeof value === "number" ? value : Number.NaN, unit: "" };
}

/** How much later one time is than another of the same unit; NaN when they cannot be compared. */
export function gap(from: unknown, to: unknown): number {
  return gapOf(readQuantity(from), readQuantity(to));
}

/** The same for times that are taken apart. */
export function gapOf(from: Quantity, to: Quantity): number {
  return from.unit === to.unit ? to.count - from.count : Number.NaN;
}

/**
 * A time as steps or a level as a value, or as text what it lacks; what is neither gives nothing that a field accepts.
 * Without facts it is only counted.
 */
export function resolve(
  type: "time" | "level",
  value: unknown,
  facts?: Facts,
  { count, unit }: Quantity = readQuantity(value),
): number | string | undefined {
  // A plain number, without a unit, is either.
  if (unit && (unit === "x") !== (type === "level")) return undefined;
  if (!facts) return count;
  const fact = FACTS[unit];
  const size = fact ? facts[fact] : 1;
  // A length of time begins anywhere, and while batches grow it depends on where: only a clock knows.
  if (!((size as number) >= 0 || (size && facts.clock))) {
    return `${size ? `clock({ unit: "${unit}s", plan }) or a constant ` : ""}run.${fact} to resolve it`;
  }
  const product = count * (size as number);
  // A product is rounded to 15 digits: a hundredth of 0.07 is 0.0007 and not its neighbour.
  if (type === "level") return unit && count !== 1 ? round15(product) : product;
  const steps = nearWhole(
    unit === "%" ? product / 100 : unit === "epoch" ? product : consumed(size as BatchSize, count, true),
  );
  return unit && facts.clock ? consumed(facts.clock, steps) : steps;
}

/** Within 1e-9 relative of a whole step it is that step: 0.29 epochs of 100 steps are 29, not 28.999999999999996. */
export function nearWhole(steps: number): number {
  const whole = Math.round(steps);
  return Math.abs(steps - whole) <= 1e-9 * whole ? whole : steps;
}

/** The nearest number that 15 significant digits can write. */
export function round15(value: number): number {
  return Number(value.toPrecision(15));
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
  return parse("time", text, " steps", "rest") as Time;
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
  return parse("level", text, "x", "last") as Level;
}

/** The text when it is the word or has a unit, its number when it needs one. */
function parse(type: "time" | "level", text: unknown, unit: string, open: string): unknown {
  const words = typeof text === "string" ? text : "";
  if (words === open || (resolve(type, words) as number) < 1 / 0) return words;
  const { count } = readQuantity(words + unit);
  return count < 1 / 0 ? count : refuse(type, EXPECTED[type], text);
}
