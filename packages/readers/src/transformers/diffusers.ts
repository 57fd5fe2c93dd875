import { type Level, piecewise } from "anneal";
import { bind, type Entry } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { pythonFloat } from "../notations/pythonNumber.ts";
import { type Parameter, text } from "../parameter.ts";
import { under } from "../under.ts";
import type { Value } from "../value.ts";
import { found } from "./found.ts";
import { type Arguments, readType } from "./getScheduler.ts";
import { optimizer } from "./optimizer.ts";
import { schedulerType } from "./schedulerType.ts";

const any: Parameter<Value> = { read: (value) => value };
const or = (value: Value): Parameter<Value> => ({ ...any, fallback: { value } });

const parameters = {
  name: any,
  optimizer: any,
  step_rules: or(null),
  num_warmup_steps: or(null),
  num_training_steps: or(null),
  num_cycles: or(1),
  power: or(1),
  last_epoch: or(-1),
} as const;

/** `diffusers.optimization.get_scheduler`: transformers' of 2022, with its own rules in steps. */
const getScheduler: Entry = {
  read(call, context) {
    const given = bind(parameters, call, context) as Readonly<Record<keyof typeof parameters, Value>> | undefined;
    if (!given) return undefined;
    const { place, places } = call;
    const path = "get_scheduler(name)";
    if (context.known(given.name) === "piecewise_constant") {
      const there = { context, path: "get_scheduler(step_rules)", place: places.get("step_rules") ?? place };
      const rules = text.read(given.step_rules, there);
      const plan = rules === undefined ? undefined : context.build(there.path, there.place, () => ruled(rules));
      return plan && found(plan, optimizer.read(given.optimizer, there) ?? { missing: [] }, { context, place });
    }
    const name = schedulerType.read(given.name, { context, path, place: places.get("name") ?? place });
    if (name === undefined) return undefined;
    const own = { cosine_with_restarts: "num_cycles", polynomial: "power" } as const;
    const special = Object.hasOwn(own, name) ? own[name as keyof typeof own] : undefined;
    const kwargs = new Map<string, Value>(special ? [[special, given[special]]] : []);
    const all: Arguments = { ...given, name, scheduler_specific_kwargs: kwargs };
    return readType(all, context, { place, places });
  },
};

/** Rules such as `1:10,0.1:20,0.01`: a share until a step, and the last for ever. */
function ruled(rules: string) {
  const parts = rules.split(",");
  const last = parts.pop() ?? "";
  const pairs = parts.map((part) => part.split(":").map((one) => pythonFloat(one) ?? Number.NaN));
  const [first = Number.NaN, ...others] = [
    ...pairs.map(([share = Number.NaN]) => share),
    pythonFloat(last) ?? Number.NaN,
  ];
  const level = (share: number): Level => `${share}x`;
  return piecewise({ from: level(first), at: pairs.map(([, step = Number.NaN]) => step), to: others.map(level) });
}

/** Hugging Face Diffusers' copy of transformers' schedules. */
export const diffusers: Framework = {
  name: "diffusers",
  entries: under(["diffusers.optimization"], { get_scheduler: getScheduler }),
};
