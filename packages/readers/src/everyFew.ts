import { firstOf, isOptimizer } from "./loops.ts";
import type { Every } from "./reading.ts";
import type { Loop, Stepped } from "./stepped.ts";

/** `(i + 1) % 3 == 0`, without blanks. */
const MULTIPLE = /^(?:not\(?)?(?:\((\w+)\+(\d+)\)|\(?(\w+)\)?)%(\d+)\)?(?:==(\d+))?$/;

/**
 * Every how many turns of its innermost loop something is stepped, by the condition that it is under, and how many turns
 * earlier than after each of so many: nothing where that is no plain count, or where an optimizer is stepped under it as
 * well, since those turns are then one update.
 */
export function everyFew(one: Stepped, condition: string, unit: Unit, steps: readonly Stepped[]): Every | undefined {
  const loop = one.loops.at(-1) as Loop;
  const [all, after, more = "0", plain, written, remainder] = MULTIPLE.exec(condition.replaceAll(/\s/g, "")) ?? [];
  const [count, rest] = [Number(written), Number(remainder ?? 0)];
  const first = all === undefined ? undefined : firstOf(loop, (after ?? plain) as string);
  const isNegated = all?.startsWith("not") === true;
  if (first === undefined || isNegated === (remainder !== undefined) || count < 2 || rest >= count) return undefined;
  const makes = steps.filter((other) => other.loops.at(-1) === loop && isOptimizer(other));
  const isApart = makes.some(({ conditions }) => !conditions.includes(condition));
  if (unit !== "epoch" && !isApart) return undefined;
  const early = (first + Number(more) + count - 1 - rest) % count;
  return { count, isPerEpoch: unit === "update" && one.loops.length > 1, ...(early > 0 && { early }) };
}

type Unit = "epoch" | "update";
