import type { Hypothesis } from "./hypothesis.ts";
import type { Subject } from "./subject.ts";

/** A guess by which only the schedule's position was wrong: where it stood at each update, in steps of the plan. */
export function moved(
  subject: Subject,
  position: (update: number) => number,
  told: Omit<Hypothesis, "position" | "at">,
): Hypothesis {
  return { ...told, position, at: (update) => subject.at(position(update)) };
}

/** So many steps of the schedule for each update: read before them, or before the last of them. */
export function faster(
  subject: Subject,
  factor: number,
  told: Omit<Hypothesis, "position" | "at">,
): readonly Hypothesis[] {
  return [0, factor - 1].flatMap((more) =>
    atEach(subject, (update) => factor * subject.position(update) + more, { ...told, cost: told.cost + (more && 0.1) }),
  );
}

/** A position for each update; and the same where a last cosine goes on past its end. */
export function atEach(
  subject: Subject,
  position: (update: number) => number,
  told: Omit<Hypothesis, "position" | "at">,
): readonly Hypothesis[] {
  const one = moved(subject, position, told);
  if (!subject.wave) return [one];
  return [one, { ...one, cost: told.cost + 0.1, at: (update) => subject.onward(position(update)) }];
}

/** The factors that a run's own numbers explain: processes, micro-batches, both together, and an epoch's updates. */
export function knownFactors({ options: { processes = 1, accumulate = 1 }, perEpoch = 1 }: Subject): Set<number> {
  return new Set([processes, accumulate, processes * accumulate, perEpoch].filter((factor) => factor > 1));
}

/** The factors that are tried without a reason. */
export const FACTORS: readonly number[] = [...Array.from({ length: 63 }, (_, i) => i + 2), 96, 128, 256, 512, 1024];
