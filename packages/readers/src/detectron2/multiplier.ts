import { constant, type Plan, product, schedule } from "anneal";
import { bind, type Entry } from "../entry.ts";
import { fvcore } from "../fvcore/fvcore.ts";
import { inner } from "../inner.ts";
import { call as anyCall, choice, flag, ignored, limited, number, optional, whole } from "../parameter.ts";
import { under } from "../under.ts";
import { Call, type Value } from "../value.ts";
import { withOptimizer } from "../withOptimizer.ts";

const FVCORE = "fvcore.common.param_scheduler";

const WARMUP = {
  scheduler: anyCall,
  warmup_factor: number,
  warmup_length: limited(number, "a number from 0 to 1", (value) => value >= 0 && value <= 1),
  warmup_method: optional(choice("linear", "constant"), "linear"),
  rescale_interval: optional(flag, false),
} as const;

interface Warmup {
  readonly scheduler: Call;
  readonly warmup_factor: number;
  readonly warmup_length: number;
  readonly warmup_method: "linear" | "constant";
  readonly rescale_interval: boolean;
}

const made = (name: string, named: Readonly<Record<string, Value>>, { place }: Call): Call =>
  new Call(`${FVCORE}.${name}`, { named: new Map(Object.entries(named)) }, place);

/** `WarmupParamScheduler`: a composite of a warm-up, to what the scheduler begins with then, and the scheduler. */
const warmup: Entry = {
  read(call, context) {
    const given = bind(WARMUP, call, context) as Warmup | undefined;
    const there = { context, path: "WarmupParamScheduler(scheduler)", place: call.place };
    const plan = given && inner({ entries: () => fvcore.entries }).read(given.scheduler, there);
    if (!given || !plan) return undefined;
    const { scheduler, warmup_factor, warmup_length: length, warmup_method, rescale_interval } = given;
    // Of a run of one step, a step is the share that is done.
    const read = context.build(there.path, call.place, () => schedule(plan, { steps: 1 }));
    if (!read) return undefined;
    const from = warmup_factor * read(0);
    const first =
      warmup_method === "constant"
        ? made("ConstantParamScheduler", { value: from }, call)
        : made("LinearParamScheduler", { start_value: from, end_value: read(rescale_interval ? 0 : length) }, call);
    const scaling = ["rescaled", rescale_interval ? "rescaled" : "fixed"];
    const lengths = [length, 1 - length];
    const all = made(
      "CompositeParamScheduler",
      { schedulers: [first, scheduler], lengths, interval_scaling: scaling },
      call,
    );
    return fvcore.entries[all.name]?.read(all, context);
  },
};

const HOMES = ["detectron2.solver", "detectron2.solver.lr_scheduler"];

const warmups = under(HOMES, { WarmupParamScheduler: warmup });

const MULTIPLIER = {
  optimizer: ignored,
  multiplier: inner({ entries: () => ({ ...fvcore.entries, ...warmups }) }),
  max_iter: limited(number, "a whole number above 0", (value) => value > 0 && Number.isInteger(value)),
  last_iter: optional(
    limited(whole, "-1", (value) => value === -1),
    -1,
  ),
} as const;

/** `LRMultiplier`: the base rate times one of fvcore's schedulers over the run. */
const multiplier: Entry = {
  read(call, context) {
    const given = bind(MULTIPLIER, call, context);
    if (!given) return undefined;
    const { multiplier, max_iter } = given as { readonly multiplier: Plan; readonly max_iter: number };
    const lr = product(constant({ value: "1x" }), multiplier);
    return { program: { lr }, run: { steps: max_iter }, unit: "update" };
  },
};

/** The same on its own, as in a lazy configuration. */
const alone: Entry = {
  read(call, context) {
    const found = warmup.read(call, context);
    if (found) context.note("detectron2 multiplies the optimizer's rate by what it gives", call.place);
    return found;
  },
};

/** What `SOLVER` is built of, as it is written in Python. */
export const multipliers: Readonly<Record<string, Entry>> = {
  ...under(HOMES, { WarmupParamScheduler: alone }),
  ...under(HOMES, { LRMultiplier: withOptimizer(multiplier) }),
};
