import type { Policy } from "../scheduler/policy.ts";
import { meet } from "./meet.ts";

/**
 * Goes on with the new program, run and bases at the same moment of training, with whatever jump that makes.
 *
 * Formula: `rate(t) = new(t)`, from t = P' on, where P' is the saved position P in updates of the new run: after as many
 * samples, `P * old samplesPerStep / new samplesPerStep`, when both runs say how many an update consumes; else after as
 * many tokens; else after as many epochs; else P.
 *
 * @example
 * ```ts
 * import { linear, Scheduler } from "anneal";
 * import { replace } from "anneal/resume";
 * const program = { lr: linear({ from: "1x", to: 0, over: "100%" }) };
 * const saved = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, program, { steps: 10, samplesPerStep: 32 });
 * saved.seek(4);
 * const scheduler = new Scheduler({ paramGroups: [{ lr: 0.2 }] }, program, { steps: 5, samplesPerStep: 64 });
 * scheduler.restore(saved.state(), replace);
 * scheduler.position; // => 2
 * scheduler.rates(); // => { lr: [0.12] }
 * ```
 *
 * Source: Megatron-LM core 0.20 `--override-opt-param-scheduler`; what PyTorch 2.15 does when only `last_epoch` is set.
 */
export const replace: Policy = (saved, own, functions) => {
  const { goOn, place } = meet(saved, own, functions);
  return goOn({ ...own, position: place });
};
