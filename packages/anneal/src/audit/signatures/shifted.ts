import { countText } from "../countText.ts";
import type { Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";

/** Every row tells the rate of the update before or after its own. */
export const shifted: Signature = {
  name: "shifted",
  title: "the rates are logged a step apart",
  severity: "info",
  mend: "nothing where only the log is shifted; a log of the rate that the update used needs none of this",
  find(subject) {
    return subject.logged.shifts
      .filter((shift) => shift !== 0)
      .map((shift) => {
        const by = `${countText(Math.abs(shift), "update")}`;
        const way = shift > 0 ? "ahead of" : "behind";
        const why = shift > 0 ? "logged after the scheduler's step" : "counted from 1, or logged before the step";
        return moved(subject, (update) => subject.position(update), {
          cost: 0.5,
          text: `every row is ${by} ${way} the plan, as where a rate is ${why}; from the log alone it cannot be told whether training was shifted too`,
          numbers: { lag: -shift },
          shifts: [shift],
        });
      });
  },
};
