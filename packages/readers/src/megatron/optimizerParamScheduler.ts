import { entry } from "../entry.ts";
import { choice, flag, nullable, number, optional } from "../parameter.ts";
import { checkRates } from "./checkRates.ts";
import { groupsOf } from "./groupsOf.ts";
import { type Rates, ratesPlan, STYLES, WSD_STYLES } from "./rates.ts";
import { INCREASES, weightDecayPlan } from "./weightDecay.ts";

/** The class itself: its steps are what `step(increment)` adds up, which Megatron's training lets be samples. */
export const optimizerParamScheduler = entry(
  {
    optimizer: groupsOf,
    init_lr: number,
    max_lr: number,
    min_lr: number,
    lr_warmup_steps: number,
    lr_decay_steps: number,
    lr_decay_style: choice(...STYLES),
    start_wd: number,
    end_wd: number,
    wd_incr_steps: number,
    wd_incr_style: choice(...INCREASES),
    use_checkpoint_opt_param_scheduler: optional(flag, true),
    override_opt_param_scheduler: optional(flag, false),
    wsd_decay_steps: nullable(number),
    lr_wsd_decay_style: nullable(choice(...WSD_STYLES)),
  },
  (given, { context, place }) => {
    const {
      max_lr,
      start_wd,
      end_wd,
      wd_incr_steps,
      wd_incr_style: style,
      lr_wsd_decay_style,
      wsd_decay_steps,
    } = given;
    const refuse = (name: string, expected: string): void => {
      context.problem(`OptimizerParamScheduler(${NAMES[name] ?? name})`, expected, "another", place);
    };
    const rates: Rates = {
      initial: given.init_lr,
      least: given.min_lr,
      warmup: given.lr_warmup_steps,
      decay: given.lr_decay_steps,
      style: given.lr_decay_style,
      wsdDecay: wsd_decay_steps ?? 0,
      wsdStyle: lr_wsd_decay_style ?? "exponential",
      sample: 1,
    };
    checkRates(rates, max_lr, refuse);
    if (rates.style === "WSD" && wsd_decay_steps === null) refuse("wsd_decay_steps", "a length, with WSD");
    if (start_wd < 0) refuse("start_wd", "a number from 0");
    if (end_wd < start_wd) refuse("end_wd", `a number from start_wd (${start_wd})`);
    const lr = given.optimizer.map((group) => ratesPlan({ ...rates, least: group.min_lr ?? rates.least }));
    const weightDecay = given.optimizer.map((group) =>
      weightDecayPlan({
        from: group.start_wd ?? start_wd,
        to: group.end_wd ?? end_wd,
        over: wd_incr_steps,
        style,
        share: group.wd_mult ?? 1,
      }),
    );
    context.note("Its steps are what step(increment) adds up: in Megatron's own training, samples.");
    return { program: { lr, weightDecay }, bases: given.optimizer.map((group) => group.max_lr ?? max_lr) };
  },
);

/** What the checks' names are here. */
const NAMES: Readonly<Record<string, string>> = {
  lr_warmup_init: "init_lr",
  lr_decay_iters: "lr_decay_steps",
  lr_warmup_iters: "lr_warmup_steps",
};
