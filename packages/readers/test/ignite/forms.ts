import type { Case } from "../../../anneal/test/parity/port.ts";
import { ignite as written } from "../../../anneal/test/parity/ports/ignite.ts";
import { torchFunctions } from "../../../anneal/test/parity/ports/torchPlan.ts";
import { ignite } from "../../src/ignite/ignite.ts";
import { Call, Lambda, type Value } from "../../src/value.ts";
import { callsDocument, type Form } from "../readPorts.ts";

interface Spec {
  readonly class: string;
  readonly options?: object;
  readonly config?: object;
}

const isSpec = (value: object): value is Spec => "class" in value;

/** The tables have PyTorch's names in camelCase; `lrLambda` names a function. */
function pythonName(name: string): string {
  const known = { tMax: "T_max", t0: "T_0", tMult: "T_mult" }[name];
  return known ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function lambda(name: string): Lambda {
  return new Lambda(name, (t = 0) => (torchFunctions[name] as (t: number) => number)(t));
}

function asValue(plain: unknown, name = ""): Value {
  if (Array.isArray(plain)) return plain.map((one) => asValue(one, name));
  if (typeof plain === "string" && name === "lr_lambda") return lambda(plain);
  if (typeof plain !== "object" || plain === null) return plain as Value;
  if (!isSpec(plain)) throw new Error("no value");
  if (plain.options) return call(`torch.optim.lr_scheduler.${plain.class}`, plain.options, pythonName);
  return call(`ignite.handlers.${plain.class}`, plain.config ?? {});
}

function call(name: string, options: object, rename = (one: string) => one): Call {
  const named = Object.entries(options).map(([key, value]): [string, Value] => [
    rename(key),
    asValue(value, rename(key)),
  ]);
  return new Call(name, { named: new Map(named) });
}

/** As Python builds them. */
export const calls: Form = {
  framework: ignite,
  written,
  document(name, { config }: Case<object>) {
    const state = name.endsWith("StateScheduler") ? { param_name: "lr" } : {};
    return callsDocument(call(`ignite.handlers.${name}`, { ...config, ...state }));
  },
  values({ base, bases }) {
    const lr = bases ?? base;
    return lr === undefined ? {} : { lr };
  },
};
