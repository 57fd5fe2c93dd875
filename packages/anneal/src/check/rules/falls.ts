import type { Segment } from "../outline.ts";
import { isRamp, type Subject } from "../subject.ts";

/** The ramps that bring the rate down and are cut short by nothing but the run. */
export function falls(subject: Subject): readonly Segment[] {
  return subject.segments.filter((segment) => subject.goes("down", segment) && segment.natural <= segment.end);
}

/** Cosine waves that go down, as ramps that end at their first trough, where nothing but the run cuts them short. */
export function waves(subject: Subject): readonly Segment[] {
  return subject.segments.flatMap((segment) => {
    const { plan, fields, origin, end, clocked } = segment;
    const [from, to] = subject.levels(segment);
    const natural = origin + (fields.over as number);
    return plan.kind === "cosineWave" && from > to && !clocked && natural <= end ? [{ ...segment, natural }] : [];
  });
}

/** Whether a plan still changes for ever: by cycles, or by a curve without an end. */
export function isEndless({ segments }: Subject): boolean {
  return segments.some((one) => one.plan.kind !== "constant" && one.plan.kind !== "piecewise" && !isRamp(one));
}
