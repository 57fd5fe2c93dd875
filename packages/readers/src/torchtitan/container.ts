import { type Entry, entry } from "../entry.ts";
import { choice, nullable, number, optional, whole } from "../parameter.ts";
import { Call, Unknown, type Value } from "../value.ts";
import { CURVES, scheduledPlan } from "./scheduled.ts";

/** `LRSchedulersContainer.Config(...)`, whose run is asked for where it has no `total_steps`. */
export const container: Entry = entry(
  {
    warmup_steps: optional(whole, 200),
    total_steps: nullable(whole),
    decay_ratio: nullable(number),
    decay_type: optional(choice(...CURVES), "linear"),
    min_lr_factor: optional(number, 0),
  },
  ({ warmup_steps: warmup, total_steps, decay_ratio: ratio, decay_type: curve, min_lr_factor: least }, reader) => {
    const { context, place } = reader;
    const there = { context, path: "training.steps", place };
    const total = total_steps ?? whole.read(new Unknown("training.steps", place), there);
    if (total === undefined) return undefined;
    const plan = scheduledPlan({ warmup, total, ratio, curve, least }, context, place);
    return { program: { lr: plan }, run: { steps: total }, unit: "update" };
  },
);

/** `Trainer.Config(...)`, with the scheduler, the run's steps and the optimizer's rate in it. */
export const trainer: Entry = {
  read({ named, place }, context) {
    const scheduler = named.get("lr_scheduler");
    const steps = argument(named.get("training"), "steps");
    const written = scheduler instanceof Call ? scheduler : new Call("LRSchedulersContainer.Config", {}, place);
    const knows = steps !== undefined && !(written.named.get("total_steps") ?? null);
    const own = knows ? new Map([...written.named, ["total_steps", steps] as const]) : written.named;
    const call = new Call(written.name, { positional: written.positional, named: own }, written.place, written.places);
    const found = container.read(call, context);
    const rate = argument(named.get("optimizer"), "lr");
    const base = rate === undefined ? undefined : number.read(rate, { context, path: "optimizer.lr", place });
    const length = typeof steps === "number" ? { steps } : {};
    return found && { ...found, run: { ...found.run, ...length, ...(base !== undefined && { base }) } };
  },
};

function argument(call: Value | undefined, name: string): Value | undefined {
  return call instanceof Call ? call.named.get(name) : undefined;
}
