import { shortName } from "../../entry.ts";
import { call, list, type Parameter } from "../../parameter.ts";
import type { Call } from "../../value.ts";
import { ownPart } from "../ownPart.ts";
import type { Argument, Scheduler } from "../scheduler.ts";

/** A list of schedulers. */
export const schedulers: Parameter<readonly Call[]> = list(call);

/** The parts of a SequentialLR or a ChainedScheduler, or nothing where one of them cannot be one. */
export function partsOf(calls: readonly Call[], { building, wrong }: Argument): readonly Scheduler[] | undefined {
  if (calls.length === 0) return wrong("schedulers", "one or more", "an empty list");
  const parts = calls.map((one) => {
    const name = shortName(one.name);
    const found = building.classes.get(one.name);
    const own = found ? undefined : building.context.own?.().find(({ call }) => call === one);
    if (own) return ownPart(own, building);
    if (!found) return wrong("schedulers", "schedulers of PyTorch's without a metric", name);
    return found.read(one, building);
  });
  const resumed = parts.find((part) => part?.resumed);
  if (resumed) return wrong("schedulers", "parts that start at epoch 0", `${resumed.name} with last_epoch`);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}
