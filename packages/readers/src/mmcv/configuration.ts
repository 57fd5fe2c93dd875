import { clamp, constant, type Plan } from "anneal";
import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import { bind } from "../entry.ts";
import type { Configuration } from "../framework.ts";
import { changeOf } from "../mmengine/change.ts";
import { type Curve, NEVER, type Shape, type Window } from "../mmengine/curve.ts";
import { flag, limited, nullable, number, optional, type There, text } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { Call, isDictionary, type Place } from "../value.ts";
import { ITERATIONS } from "./iterations.ts";
import { POLICIES } from "./policies.ts";
import { type Runner, readRunner } from "./runner.ts";
import { type Warmup, warmed } from "./warmup.ts";

const KEY = "lr_config";
const TABLE: Readonly<Record<string, Shape>> = POLICIES;

/** These are the same whenever training ends. */
const ENDLESS = ["fixed", "step", "exp", "inv"];
const MOST_EPOCHS = 10_000;

const rate = limited(number, "a number from 0", (value) => value >= 0);

const HOOK = {
  by_epoch: nullable(flag),
  warmup: nullable(text),
  warmup_iters: optional(
    limited(number, "a whole number from 0", (value) => value >= 0 && Number.isInteger(value)),
    0,
  ),
  warmup_ratio: optional(
    limited(number, "a number above 0, at most 1", (value) => value > 0 && value <= 1),
    0.1,
  ),
  warmup_by_epoch: optional(flag, false),
} as const;

interface Hook {
  readonly by_epoch: boolean | null;
  readonly warmup: string | null;
  readonly warmup_iters: number;
  readonly warmup_ratio: number;
  readonly warmup_by_epoch: boolean;
  readonly min_lr?: number | null;
}

/** A Python, JSON or YAML configuration that has `lr_config`. */
export const configuration: Configuration = {
  recognises: ({ data }) => lookUp(data, KEY, "policy") !== undefined,
  read: (document) => [{ name: KEY, place: document.place([KEY]), read: (context) => found(document, context) }],
};

function found(document: Document, context: Context): Found | undefined {
  const { data } = document;
  const there = (...path: string[]): There => ({ context, path: path.join("."), place: document.place(path) });
  if (lookUp(data, "_base_") !== undefined) {
    context.note("What the files of _base_ set is not in this text, and is not read.", document.place(["_base_"]));
  }
  const runner = readRunner(data, context, there);
  const lr = lookUp(data, "optimizer", "lr");
  const written = lr === undefined ? context.given("lr") : rate.read(lr, there("optimizer", "lr"));
  const base = typeof written === "number" ? written : undefined;
  if (lr === undefined && base === undefined)
    context.need("lr", "the optimizer's rate, which the plan is a multiple of");
  const scheduled = planOf(document, runner, context);
  if (!scheduled) return undefined;
  const { plan, unit } = scheduled;
  const { epochs, updates, epochLength } = runner;
  const steps = unit === "epoch" ? epochs : updates;
  const each = unit === "epoch" ? 1 : epochLength;
  const run = { ...(base !== undefined && { base }), ...(steps && { steps }), ...(each && { stepsPerEpoch: each }) };
  return { program: { lr: plan }, run, unit };
}

function planOf(
  { data, place }: Document,
  runner: Runner,
  context: Context,
): { readonly plan: Plan | readonly Plan[]; readonly unit: "update" | "epoch" } | undefined {
  const written = lookUp(data, KEY);
  if (!isDictionary(written)) return undefined;
  const policy = String(written.get("policy"));
  const at = (option: string): Place | undefined => place([KEY, option]) ?? place([KEY]);
  const refuse = (option: string, expected: string, received: unknown): undefined => {
    context.problem(`${KEY}.${option}`, expected, String(received).slice(0, 60), at(option));
    return undefined;
  };
  const shape = Object.hasOwn(TABLE, policy) ? TABLE[policy] : undefined;
  if (!shape) return refuse("policy", `one of ${Object.keys(TABLE).join(", ")}`, JSON.stringify(policy));
  // What a base file would add is left out by _delete_.
  const named = new Map([...written].filter(([key]) => key !== "policy" && key !== "_delete_"));
  const places = new Map(
    [...named.keys()].flatMap((key) => (place([KEY, key]) ? [[key, at(key) as Place] as const] : [])),
  );
  const clipped = policy === "step" ? { min_lr: nullable(number) } : {};
  const call = new Call(KEY, { named }, place([KEY]), places);
  const given = bind({ ...shape.parameters, ...clipped, ...HOOK }, call, context);
  if (!given) return undefined;
  const hook = given as unknown as Hook;
  const byEpoch = hook.by_epoch ?? !Object.hasOwn(ITERATIONS, policy);
  if (byEpoch && Object.hasOwn(ITERATIONS, policy)) return refuse("by_epoch", "false with this policy", "true");
  const warmup = warmupOf(hook, runner, refuse);
  if (context.issues.length > 0) return undefined;
  if (byEpoch && runner.byIteration) {
    const told = "With by_epoch=True, the default, an iteration-based runner never sets a rate: it stays.";
    context.note(told, place([KEY]));
    return { plan: constant({ value: "1x" }), unit: "update" };
  }
  const end = byEpoch ? runner.epochs : runner.updates;
  if (end === undefined && !ENDLESS.includes(policy)) {
    if (byEpoch || (!runner.byIteration && runner.epochs === undefined))
      context.need("runner.max_epochs", `${policy}: its end`);
    else if (runner.byIteration) context.need("runner.max_iters", `${policy}: its end`);
    else context.need("epoch_length", `${policy}: updates in an epoch, for its end`);
    return undefined;
  }
  const window: Window = { begin: 0, end: end ?? NEVER, each: 1, refuse };
  const curves = shape.curves(given, window);
  if (context.issues.length > 0) return undefined;
  const isMixed = byEpoch && warmup !== undefined;
  const count = Math.min(end ?? lastOf(named.get("step")), NEVER);
  if (isMixed && count > MOST_EPOCHS)
    return refuse("by_epoch", `at most ${MOST_EPOCHS} epochs beside a warm-up`, count);
  if (isMixed && end === undefined && (policy === "exp" || policy === "inv" || typeof named.get("step") === "number")) {
    context.need("runner.max_epochs", `${policy}: how many epochs there are beside a warm-up in updates`);
    return undefined;
  }
  const epochs = isMixed ? { epochs: { count, length: runner.epochLength } } : {};
  const plans = curves.map((curve: Curve): Plan => {
    const change = changeOf(curve, window, true, {
      own: (multiple) => `${Number(multiple.toPrecision(15))}x`,
      ...epochs,
    });
    const regular = change.after();
    const plan = hook.min_lr != null && policy === "step" ? clamp({ plan: regular, min: hook.min_lr }) : regular;
    if (!warmup) return plan;
    const isFlat =
      warmup.inEpochs !== undefined ? curve.first >= warmup.inEpochs : change.first >= (warmup.over as number);
    return warmed(plan, warmup, isFlat && plan === regular && !curve.absolute);
  });
  return { plan: plans.length === 1 ? (plans[0] as Plan) : plans, unit: byEpoch && !warmup ? "epoch" : "update" };
}

/** The last of the steps, and one more. */
function lastOf(steps: unknown): number {
  return Math.max(0, ...[steps].flat().filter((one): one is number => typeof one === "number")) + 1;
}

function warmupOf(
  { warmup: kind, warmup_iters, warmup_ratio: ratio, warmup_by_epoch }: Hook,
  { epochLength, byIteration }: Runner,
  refuse: (option: string, expected: string, received: unknown) => undefined,
): (Warmup & { readonly inEpochs?: number }) | undefined {
  if (kind === null) return undefined;
  if (kind !== "constant" && kind !== "linear" && kind !== "exp") {
    return refuse("warmup", '"constant", "linear" or "exp"', JSON.stringify(kind));
  }
  if (warmup_iters === 0) return refuse("warmup_iters", "a whole number above 0 with warmup", 0);
  if (!warmup_by_epoch) return { kind, ratio, over: warmup_iters };
  if (byIteration) return refuse("warmup_by_epoch", "false in an iteration-based runner", "true");
  if (epochLength !== undefined) return { kind, ratio, over: warmup_iters * epochLength };
  return { kind, ratio, over: `${warmup_iters} epochs`, inEpochs: warmup_iters };
}
