import { FUNCTIONS, type Spec, type TorchCase } from "../../../anneal/test/parity/torchCases.ts";
import { Call, Lambda, type Value } from "../../src/value.ts";

/** A case's optimizer as a text builds it. */
export function optimizerOf({ bases, momentum, betas }: TorchCase): Call {
  const groups = bases.map(
    (lr) =>
      new Map<string, Value>([
        ["params", []],
        ["lr", lr],
      ]),
  );
  const named = new Map<string, Value>();
  if (momentum !== undefined) named.set("momentum", momentum);
  if (betas) named.set("betas", betas);
  return new Call(betas ? "torch.optim.Adam" : "torch.optim.SGD", { positional: [groups], named });
}

/** A case's scheduler as a text builds it: by the names that PyTorch has for the arguments. */
export function callOf({ class: name, options }: Spec, optimizer: Call): Call {
  const named = new Map<string, Value>([["optimizer", optimizer]]);
  for (const [key, value] of Object.entries(options)) named.set(snake(key), argument(key, value, optimizer));
  return new Call(`torch.optim.${name === "SWALR" ? "swa_utils" : "lr_scheduler"}.${name}`, { named });
}

function argument(key: string, value: unknown, optimizer: Call): Value {
  if (key === "schedulers") return (value as Spec[]).map((one) => callOf(one, optimizer));
  if (key !== "lrLambda") return value as Value;
  return Array.isArray(value) ? value.map(lambda) : lambda(value);
}

function lambda(name: unknown): Lambda {
  return new Lambda(String(name), FUNCTIONS[name as string] as (t: number) => number);
}

const OWN: Readonly<Record<string, string>> = { tMax: "T_max", t0: "T_0", tMult: "T_mult" };

function snake(name: string): string {
  return OWN[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
