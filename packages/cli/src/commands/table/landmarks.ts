import type { Drawable } from "../../source/drawable.ts";
import type { Change } from "./changesOf.ts";

/** How many changes of all curves have rows of their own. */
const MOST = 20;

/** By which share of a value, and by how many times the step before it, a change is a jump. */
const JUMP = { share: 0.05, times: 3 } as const;

/**
 * The steps that tell a run: its start, where it changes its course, just before where it jumps there, its end, and
 * between those, where it does not stay as it is, round numbers.
 */
export function landmarks(
  curves: readonly (Pick<Drawable, "at" | "steps"> & { readonly changes: readonly Change[] })[],
  steps: number,
): readonly number[] {
  const changes = new Set(curves.flatMap((curve) => curve.changes.map(({ step }) => step)));
  const jumps = curves.flatMap((curve) =>
    curve.changes.filter((one) => jumpsAt(one, curve)).map(({ step }) => step - 1),
  );
  const own = changes.size <= MOST ? [...changes, ...jumps] : [];
  const known = [...new Set([0, ...own, steps - 1])].sort((a, b) => a - b);
  const tenth = roundTenth(steps);
  const between = Array.from({ length: Math.ceil(steps / tenth) }, (_, i) => Math.round(i * tenth)).filter((step) => {
    const next = known.findIndex((one) => one >= step);
    const [from, to] = [known[next - 1] ?? 0, known[next] ?? steps - 1];
    return !curves.every(({ at }) => at(from) === at(step) && at(step) === at(to));
  });
  return [...new Set([...known, ...between])].sort((a, b) => a - b);
}

function jumpsAt({ step, before, after }: Change, { at }: Pick<Drawable, "at">): boolean {
  const jump = Math.abs(after - before);
  const usual = step > 1 ? Math.abs(before - at(step - 2)) : 0;
  return jump > JUMP.share * Math.max(Math.abs(before), Math.abs(after)) && jump > JUMP.times * usual;
}

/** A tenth of a run, rounded to 1, 2 or 5 and zeros. */
function roundTenth(steps: number): number {
  const rough = steps / 10;
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max([1, 2, 5, 10].map((digit) => digit * power).find((one) => one >= rough * (1 - 1e-9)) ?? 1, 1);
}
