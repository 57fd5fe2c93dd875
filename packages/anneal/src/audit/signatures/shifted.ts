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
        const { unit, spacing } = subject.logged;
        const isEpoch = unit === "epoch" && Math.abs(shift) === spacing;
        const text = isEpoch ? epochsApart(shift, subject.update(0)) : updatesApart(shift);
        return moved(subject, (update) => subject.position(update), {
          cost: 0.5,
          text,
          numbers: { lag: -shift },
          shifts: [shift],
        });
      });
  },
};

function updatesApart(shift: number): string {
  const way = shift > 0 ? "ahead of" : "behind";
  const why = shift > 0 ? "logged after the scheduler's step" : "counted from 1, or logged before the step";
  return `every row is ${countText(Math.abs(shift), "update")} ${way} the plan, as where a rate is ${why}; from the log alone it cannot be told whether training was shifted too`;
}

/** By one epoch a row may only be labelled wrongly; what begins with epoch 0 is not counted from 1. */
function epochsApart(shift: number, first: number): string {
  const behind =
    first + shift < 0
      ? "every row is 1 epoch behind the plan: the label of a row can be one off, as where it is logged before the step"
      : "every row is 1 epoch behind the plan: the label of a row can be one off, as where it is counted from 1, or logged before the step";
  const told =
    shift > 0
      ? "every row is 1 epoch ahead of the plan: the label of a row can be one off, as where it is logged after the scheduler's step"
      : behind;
  return `${told}; from the log alone it cannot be told whether training was shifted too`;
}
