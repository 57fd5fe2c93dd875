import { format } from "../../format.ts";
import type { Signature } from "../hypothesis.ts";
import { FACTORS, faster, knownFactors } from "../moved.ts";

/** So many steps of the schedule with each update, for no reason that the run's numbers have. */
export const steppedTooOften: Signature = {
  name: "steppedTooOften",
  title: "stepped several times for each update",
  severity: "error",
  mend: "step once per update; the factor is most often the number of processes or of micro-batches",
  general: true,
  find(subject) {
    const { processes = 1, accumulate = 1 } = subject.options;
    const known = knownFactors(subject);
    const both = processes > 1 && accumulate > 1 ? processes * accumulate : undefined;
    const [twice, two] = [processes, accumulate].map((count) => (count > 1 ? 2 * count : undefined));
    const reasons = [both, twice, two].filter((factor) => factor !== undefined);
    const factors = new Set([...FACTORS.filter((factor) => factor > 2 && !known.has(factor)), ...reasons]);
    return [...factors].flatMap((factor) => {
      const why =
        factor === both
          ? ", as many as processes times micro-batches"
          : factor === twice
            ? ", twice as many as processes"
            : factor === two
              ? ", twice as many as micro-batches"
              : "";
      const text = `the schedule went ${format(factor)} steps with each ${subject.unit}${why}`;
      const told = { cost: factor === both ? 1 : why ? 1.5 : 2, text, numbers: { factor } };
      return faster(subject, factor, told);
    });
  },
};
