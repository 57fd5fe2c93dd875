import { constant } from "anneal";
import type { Context } from "../context.ts";
import type { Entry } from "../entry.ts";
import { describe } from "../parameter.ts";
import { readParamGroups } from "../torch/optimizer/paramGroups.ts";
import { under } from "../under.ts";
import { Call, isList, Unknown, type Value } from "../value.ts";
import { foundOf, isScheduler, readScheduler } from "./readScheduler.ts";
import { SCHEDULERS } from "./schedulers.ts";
import { readTrainer, type Written } from "./trainer.ts";

const alone: Entry = {
  read(call, context) {
    const trainer = readTrainer(() => undefined, context);
    const lr = readScheduler(call, trainer, context);
    return lr && foundOf(lr, trainer, rateOf(undefined, context), context);
  },
};

/** The trainer, which says how long training is; without a scheduler the rate stays. */
const trainer: Entry = {
  read(call, context) {
    const written: Written = (...names) => {
      const name = names.find((one) => call.named.has(one));
      if (name === undefined) return undefined;
      return {
        value: call.named.get(name) as Value,
        path: `Trainer(${name})`,
        place: call.places.get(name) ?? call.place,
      };
    };
    const facts = readTrainer(written, context);
    const schedulers = call.named.get("schedulers") ?? [];
    const all: readonly Value[] = isList(schedulers) ? schedulers : [schedulers];
    const last = all.at(-1) ?? null;
    if (last !== null && !(last instanceof Call && isScheduler(last.name))) {
      const place = call.places.get("schedulers") ?? call.place;
      if (last instanceof Unknown) context.need(last.name, "Trainer(schedulers)", last.place ?? place);
      else context.problem("Trainer(schedulers)", "one of Composer's schedulers", describe(last), place);
      return undefined;
    }
    const lr = last instanceof Call ? readScheduler(last, facts, context) : constant({ value: "1x" });
    return lr && foundOf(lr, facts, rateOf(call.named.get("optimizers"), context), context);
  },
};

function rateOf(optimizer: Value | undefined, context: Context): number | undefined {
  return readParamGroups(isList(optimizer) ? optimizer[0] : optimizer, context).bases?.[0];
}

const FOUNDRY = "InverseSquareRootWithWarmupScheduler";

/** Every scheduler, and the trainer that takes them. */
export const entries: Readonly<Record<string, Entry>> = {
  ...under(["composer.trainer", "composer", "composer.trainer.trainer"], { Trainer: trainer }),
  ...under(
    ["composer.optim", "composer.optim.scheduler"],
    Object.fromEntries(
      Object.keys(SCHEDULERS)
        .filter((name) => name !== FOUNDRY)
        .map((name) => [name, alone]),
    ),
  ),
  ...under(["llmfoundry.optim", "llmfoundry.optim.scheduler"], { [FOUNDRY]: alone }),
};
