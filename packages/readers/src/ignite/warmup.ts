import { type BuildOptions, type Level, linear, type Plan, schedule, sequence } from "anneal";
import type { Context } from "../context.ts";
import { bind, type Entry } from "../entry.ts";
import { optimizerFacts } from "../optimizerFacts.ts";
import { call as anyCall, ignored, limited, nullable, number } from "../parameter.ts";
import type { Found } from "../reading.ts";
import type { Call } from "../value.ts";
import { isChild, readChild, readTorch } from "./child.ts";

const parameters = {
  lr_scheduler: anyCall,
  warmup_start_value: number,
  warmup_duration: limited(number, "a whole number from 2", (value) => value >= 2 && Number.isInteger(value)),
  warmup_end_value: nullable(number),
  save_history: ignored,
  output_simulated_values: ignored,
} as const;

interface Given {
  readonly lr_scheduler: Call;
  readonly warmup_start_value: number;
  readonly warmup_duration: number;
  readonly warmup_end_value: number | null;
}

/** `create_lr_scheduler_with_warmup`: a line, then one of Ignite's schedulers or PyTorch's. */
export const createWithWarmup: Entry = {
  read(call, context) {
    const given = bind(parameters, call, context) as Given | undefined;
    if (!given) return undefined;
    return isChild(given.lr_scheduler) ? beforeOwn(given, context) : beforeTorch(given, context);
  },
};

/** A line to `end`, which has all its events unless the plan's first value is the same: that comes once. */
function warmed(
  { warmup_start_value: from, warmup_duration: events }: Given,
  to: Level,
  plan: Plan,
  same: boolean,
): Plan {
  const line = linear({ from, to, over: events - 1 });
  return same ? sequence(line, plan) : sequence({ plan: line, until: events }, plan);
}

function beforeOwn(given: Given, context: Context): Found | undefined {
  const { lr_scheduler: inner, warmup_end_value } = given;
  const child = readChild(inner, context);
  const facts = optimizerFacts(inner, context);
  if (!child) return undefined;
  const { bases = facts.run.base === undefined ? [] : [facts.run.base] } = facts;
  const ends = warmup_end_value === null ? bases : [warmup_end_value];
  if (ends.length === 0) {
    context.need("lr", "the optimizer's rate, which the warm-up goes to", inner.place);
    return undefined;
  }
  const first = schedule(child.plan)(0);
  const plans = ends.map((end) => warmed(given, end, child.plan, first === end));
  return { program: { [child.key]: plans.length === 1 ? (plans[0] as Plan) : plans }, ...facts };
}

function beforeTorch(given: Given, context: Context): Found | undefined {
  const { lr_scheduler: inner, warmup_end_value, warmup_duration } = given;
  const found = readTorch(inner, context);
  const lr = found?.program.lr;
  if (!lr) {
    if (context.issues.length + context.needs.length === 0) {
      context.problem("lr_scheduler", "a scheduler of Ignite's or PyTorch's", inner.name.slice(0, 60), inner.place);
    }
    return undefined;
  }
  const plans = "kind" in lr ? [lr] : lr;
  const bases = found.bases ?? (found.run?.base === undefined ? undefined : [found.run.base]);
  if (!bases && warmup_end_value !== null) {
    context.need(
      "lr",
      "the optimizer's rate, which tells whether the warm-up ends where the scheduler begins",
      inner.place,
    );
    return undefined;
  }
  const options: BuildOptions = { functions: { ...found.functions, ...context.functions } };
  const count = Math.max(plans.length, bases?.length ?? 1);
  let jumps = false;
  const all = Array.from({ length: count }, (_, i): Plan => {
    const plan = (plans[i] ?? plans[0]) as Plan;
    const first = schedule(plan, { ...found.run, base: bases?.[i] ?? bases?.[0] ?? 1 }, options)(0);
    // Without a rate it goes to the same multiple of it.
    if (!bases) return warmed(given, `${first}x`, plan, true);
    const end = warmup_end_value ?? first;
    jumps ||= end !== first;
    return warmed(given, end, plan, end === first);
  });
  if (jumps && count > 1) {
    const text = `From event ${warmup_duration} on Ignite goes on from the warm-up's end in all groups; this plan goes on from each group's own rate.`;
    context.note(text, inner.place);
  }
  return { ...found, program: { ...found.program, lr: all.length === 1 ? (all[0] as Plan) : all } };
}
