import { format } from "../../format.ts";
import { countText } from "../countText.ts";
import type { Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";

/** The curve takes T - 1 steps, or T + 1, where the plan has T. */
export const inclusiveEnd: Signature = {
  name: "inclusiveEnd",
  title: "the end is counted the other way",
  severity: "info",
  mend: "give the ramp `inclusive: true` (its last step is already at `to`), or another total by one",
  ramp: true,
  find(subject) {
    const { total, run } = subject;
    return [-1, 1].flatMap((by) => {
      const other = total + by;
      if (!(other > 1)) return [];
      const text = `the curve takes ${countText(other, subject.unit)} to its end where the plan takes ${format(total)}`;
      const told = { cost: 1.2, text, numbers: { total: other } };
      const rebuilt = subject.built({ ...run, steps: other });
      // After a warm-up only the rest is stretched.
      const starts = new Set([0, ...(subject.warmup ? [subject.warmup] : [])]);
      const stretched = [...starts].map((start) => {
        const speed = (total - start) / (other - start);
        return moved(subject, (k) => start + Math.max(subject.position(k) - start, 0) * speed, told);
      });
      const all = stretched.map((one, i) => {
        const start = [...starts][i] as number;
        return { ...one, at: (k: number) => (subject.position(k) < start ? subject.plain(k) : one.at(k)) };
      });
      return rebuilt ? [...all, { ...told, at: (k: number) => rebuilt(subject.position(k)) }] : all;
    });
  },
};
