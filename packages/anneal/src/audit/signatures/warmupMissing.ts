import { countText } from "../countText.ts";
import type { Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";

/** The first rates are those after the warm-up. */
export const warmupMissing: Signature = {
  name: "warmupMissing",
  title: "the warm-up is missing",
  severity: "error",
  mend: "see whether the trainer takes the warm-up's setting: one name overrides another, and a ratio is no count",
  find(subject) {
    const { warmup } = subject;
    if (!warmup) return [];
    const text = `the warm-up of ${countText(warmup, subject.unit)} is missing`;
    const told = { cost: 1, text, numbers: { warmup } };
    const rest = subject.total - warmup;
    const stretch = (position: number) => warmup + (position * rest) / subject.total;
    return [
      moved(subject, (k) => Math.max(subject.position(k), warmup), told),
      moved(subject, (k) => subject.position(k) + warmup, told),
      moved(subject, (k) => stretch(subject.position(k)), told),
    ];
  },
};
