import type { Subject } from "../subject.ts";

/** The times that take the rest of a run in which nothing is left for them. */
export function withoutRest({ segments, run }: Subject): readonly string[] {
  const left = segments.filter(
    ({ plan, fields }) => "over" in plan && plan.over === "rest" && (fields.over as number) < 0,
  );
  return run.steps === undefined ? [] : left.map(({ path }) => `${path}.over`);
}
