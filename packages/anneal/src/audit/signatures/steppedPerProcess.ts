import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { faster } from "../moved.ts";

/** Every process steps the one schedule, or a wrapper does it for each. */
export const steppedPerProcess: Signature = {
  name: "steppedPerProcess",
  title: "stepped once for each process",
  severity: "error",
  mend: "step once per update: prepare the scheduler with `step_scheduler_with_optimizer=False` or count its total in steps of all processes",
  find(subject) {
    const { processes = 1 } = subject.options;
    if (processes < 2) return [];
    const text = `the schedule went ${format(processes)} steps with each ${subject.unit}, as many as there are processes`;
    const told = { cost: 1, text, numbers: { factor: processes } };
    return faster(subject, processes, told);
  },
};
