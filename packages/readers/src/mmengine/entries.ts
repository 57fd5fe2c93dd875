import type { Entry } from "../entry.ts";
import { optimizerFacts } from "../optimizerFacts.ts";
import { under } from "../under.ts";
import { programOf } from "./found.ts";
import { PLATEAU, plateauEntry } from "./plateau.ts";
import { CLASSES, readScheduler } from "./scheduler.ts";

const one: Entry = {
  read(call, context) {
    const scheduler = readScheduler(call, context);
    const program = scheduler && programOf([scheduler], {}, context);
    return program && { program, ...optimizerFacts(call, context), unit: scheduler.byEpoch ? "epoch" : "update" };
  },
};

/** Every class, by the names under which it is imported. */
export const entries: Readonly<Record<string, Entry>> = under(["mmengine.optim", "mmengine.optim.scheduler"], {
  [PLATEAU]: plateauEntry,
  ...Object.fromEntries(CLASSES.map((name) => [name, one])),
});
