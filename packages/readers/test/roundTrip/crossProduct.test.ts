import { describe, expect, it } from "vitest";
import { count, total } from "./counts.ts";
import { SOURCES } from "./sources.ts";
import { SAMPLE, type Subject } from "./subjects.ts";
import { TARGETS } from "./targets.ts";

/** At least how many configurations of each framework go to each other one. */
const LEAST = SAMPLE.every > 1 ? 20 : 200;

/** As many, from all of them. */
function spread(subjects: readonly Subject[]): readonly Subject[] {
  const each = Math.max(1, Math.floor(subjects.length / LEAST));
  return subjects.filter((_, i) => i % each === 0).slice(0, LEAST);
}

/** Megatron alone has no code for what it has no words for. */
const HAS_FORMULAS = (target: string): boolean => target !== "megatron";

describe.each(Object.entries(SOURCES))("configurations of %s", (_, subjectsOf) => {
  const subjects = spread(subjectsOf({ ...SAMPLE, every: SAMPLE.every > 1 ? 5 : 1 }));

  it.each(Object.entries(TARGETS))("come back from %s", (name, target) => {
    const { idiom, formula, notRead, refused, different } = count(subjects, target);
    expect(different.slice(0, 3)).toEqual([]);
    expect(subjects.length).toBeGreaterThanOrEqual(LEAST);
    expect(idiom + formula + total(notRead) + total(refused)).toBe(subjects.length);
    if (HAS_FORMULAS(name)) expect(idiom + formula).toBeGreaterThan(0.6 * subjects.length);
  });
});
