import { firstOf, isOptimizer } from "./loops.ts";
import type { Every } from "./reading.ts";
import type { Loop, Stepped } from "./stepped.ts";

/** `(i + 1) % 3 == 0`, without blanks. */
const MULTIPLE = /^(?:not\(?)?(?:\((\w+)\+1\)|(\w+))%(\d+)\)?(?:==0)?$/;

/**
 * Every how many turns of its innermost loop something is stepped, by the condition that it is under: nothing where that
 * is no plain count, where it does not begin with the loop, or where an optimizer is stepped under it as well, since
 * those turns are then one update.
 */
export function everyFew(one: Stepped, condition: string, unit: Unit, steps: readonly Stepped[]): Every | undefined {
  const loop = one.loops.at(-1) as Loop;
  const [all, after, plain, written] = MULTIPLE.exec(condition.replaceAll(/\s/g, "")) ?? [];
  const count = Number(written);
  const first = all === undefined ? undefined : firstOf(loop, (after ?? plain) as string);
  if (first === undefined || all?.startsWith("not") === all?.endsWith("==0") || count < 2) return undefined;
  if ((first + (after === undefined ? 0 : 1)) % count !== 1) return undefined;
  const makes = steps.filter((other) => other.loops.at(-1) === loop && isOptimizer(other));
  const isApart = makes.some(({ conditions }) => !conditions.includes(condition));
  return unit === "epoch" || isApart ? { count, isPerEpoch: unit === "update" && one.loops.length > 1 } : undefined;
}

type Unit = "epoch" | "update";
