import { choice, each, ignored, number, optional, whole } from "../../parameter.ts";
import { checkEach } from "../checkEach.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { of } from "../of.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import { Stepper } from "../stepper.ts";
import { annealings } from "./annealing.ts";

/** `SWALR`: from the rate in force to `swa_lr` over `anneal_epochs` steps, where it stays. */
export const swalr: SchedulerClass = schedulerClass(
  {
    swa_lr: each(number),
    anneal_epochs: optional(whole, 10),
    anneal_strategy: optional(choice("cos", "linear"), "cos"),
    last_epoch: lastEpoch,
    verbose: ignored,
  },
  ({ swa_lr: given, anneal_epochs: over, anneal_strategy: strategy }, argument) => {
    if (over < 0) return argument.wrong("anneal_epochs", "a whole number from 0", over);
    if (!checkEach({ swa_lr: given }, argument)) return undefined;
    const { plan, between } = annealings[strategy];
    const share = (calls: number): number => between(0, 1, Math.min(Math.max(calls / Math.max(1, over), 0), 1));
    return {
      role: "leads",
      reach: over,
      plan: (i, start = "1x") => plan({ from: start, to: of(given, i), over }),
      stepper: (group, i) =>
        new Stepper(group, {
          next({ rate, calls }) {
            const done = over === 0 ? Math.max(1, calls - 1) : calls - 1;
            const [before, now, to] = [share(done - 1), share(done), of(given, i)];
            const from = before === 1 ? to : (rate - before * to) / (1 - before);
            return to * now + from * (1 - now);
          },
        }),
    };
  },
);
