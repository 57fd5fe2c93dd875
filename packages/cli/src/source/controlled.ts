import { type Plan, piecewise, product } from "anneal";
import type { Source } from "./source.ts";

/** What the controllers of a saved state multiply each hyperparameter by, one number for each group, and since when. */
export interface Control {
  readonly position: number;
  readonly scales: Readonly<Record<string, readonly number[]>>;
}

/** What is said of hyperparameters that a metric scales by what is not known. */
export function unknownScales({ driven = {}, control }: Source, key?: string): readonly string[] {
  const keys = Object.keys(driven).filter((one) => one === (key ?? one) && !of(control?.scales, one));
  return keys.map((one) => `a metric scales ${one}: by how much is not known, and left out`);
}

/** What a note says of scales that are left out, where plans alone are judged. */
export function leftOut({ position, scales }: Control): Source["notes"] {
  return Object.entries(scales)
    .filter(([, own]) => isScaled(own))
    .map(([key, own]) => ({
      text: `its controllers multiply ${key} by ${told(own)} from step ${position} on: that is no part of the plan, and left out`,
    }));
}

/** A source as its run goes on: from where it was saved on with the scales of its controllers. */
export function controlled<S extends Source>(source: S): S {
  const { control, program, ownBases } = source;
  if (!control || !program) return source;
  const { position, scales } = control;
  const driven = Object.entries(program).map(([key, plans]) => {
    const own = of(scales, key) ?? [];
    const isOne = "kind" in plans && new Set(own).size < 2;
    const list = "kind" in plans ? (isOne ? [plans] : (of(ownBases, key) ?? own).map(() => plans)) : plans;
    const scaled = list.map((plan, group) => scaledFrom(plan, position, own[group] ?? 1));
    return [key, isOne ? scaled[0] : scaled] as const;
  });
  const said = leftOut(control).map(({ text }) => text);
  const notes = Object.entries(scales).map(([key, own]) => ({
    text: isScaled(own)
      ? `from step ${position} on ${key} is multiplied by ${told(own)}, as its controllers say: what they did before, and may still do, is not known`
      : `its controllers have left ${key} as it is up to step ${position}: what they may still do is not known`,
  }));
  return {
    ...source,
    program: Object.fromEntries(driven),
    notes: [...source.notes.filter(({ text }) => !said.includes(text)), ...notes],
  };
}

/** What there is under a key that the text chose, which may be that of a method. */
function of<T>(all: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return all && Object.hasOwn(all, key) ? all[key] : undefined;
}

/** How many groups' scales are told. */
const TOLD = 20;

/** Scales as they are told: one where all groups have it. */
function told(scales: readonly number[]): string {
  if (new Set(scales).size === 1) return String(scales[0]);
  return [...scales.slice(0, TOLD), ...(scales.length > TOLD ? ["..."] : [])].join(", ");
}

const isScaled = (scales: readonly number[]): boolean => scales.some((scale) => scale !== 1);

/** A plan that is multiplied by a scale from a position on. */
export function scaledFrom(plan: Plan, position: number, scale: number): Plan {
  if (scale === 1) return plan;
  const factor =
    position > 0 ? piecewise({ from: 1, at: [position], to: [scale] }) : { kind: "constant", value: scale };
  return product(plan, factor as Plan);
}
