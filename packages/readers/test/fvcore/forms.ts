import { fvcore as written } from "../../../anneal/test/parity/ports/fvcore.ts";
import { fvcore } from "../../src/fvcore/fvcore.ts";
import { Call, type Value } from "../../src/value.ts";
import { data } from "../data.ts";
import { callsDocument, type Form } from "../readPorts.ts";

interface Inner {
  readonly class: string;
  readonly config: object;
}

/** A scheduler as Python builds it. */
export function callOf(name: string, config: object): Call {
  const named = new Map<string, Value>(
    Object.entries(config).map(([key, value]) => [
      key,
      key === "schedulers" ? (value as readonly Inner[]).map((one) => callOf(one.class, one.config)) : data(value),
    ]),
  );
  return new Call(`fvcore.common.param_scheduler.${name}`, { named });
}

/** As Python builds them. */
export const calls: Form = {
  framework: fvcore,
  written,
  document: (name, { config }) => callsDocument(callOf(name, config)),
  run: ({ updates }) => ({ steps: updates as number }),
};
