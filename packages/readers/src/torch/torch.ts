import { type Entry, shortName } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { atClocks } from "./atClocks.ts";
import { buildingOf } from "./building.ts";
import { classes, namesOf } from "./classes.ts";
import { foundOf } from "./found.ts";
import { hydraOf } from "./hydra.ts";
import { besides, interleavedIn } from "./interleaved.ts";
import { own } from "./own.ts";
import { reduceLROnPlateau } from "./reduceLROnPlateau.ts";
import type { SchedulerClass } from "./scheduler.ts";
import { chainedScheduler } from "./schedulers/chainedScheduler.ts";
import { configurationOf } from "./state/configuration.ts";
import { together } from "./together.ts";

/** A class as what the reader of calls takes. */
function entryOf(one: SchedulerClass): Entry {
  return {
    read(call, context) {
      const building = buildingOf(call, context);
      const scheduler = one.read(call, building);
      const found = scheduler && context.build(scheduler.name, call.place, () => foundOf(scheduler, building));
      const others = found ? (context.besides?.(call) ?? []) : [];
      for (const { name, place } of others) {
        context.note(`${shortName(name)} steps the same optimizer: what both make of its rate cannot be told`, place);
      }
      return found && others.length > 0 ? { ...found, isUnclocked: true } : found;
    },
  };
}

const entries: Framework["entries"] = Object.fromEntries([
  ...[...classes].map(([name, one]) => [name, entryOf(one)] as const),
  ...namesOf("ReduceLROnPlateau").map((name) => [name, reduceLROnPlateau] as const),
]);

/** The forms of a configuration. */
const forms = [configurationOf(entries), hydraOf(entries)];

/**
 * PyTorch's `torch.optim.lr_scheduler` and `SWALR`, the `WarmupMultiFactorScheduler` that is named like them, and their
 * `state_dict()` as JSON, and Hydra's configurations of them.
 *
 * One step of a plan is one call of `step()`.
 *
 * Source: PyTorch 2.15.
 */
export const torch: Framework = {
  name: "torch",
  entries,
  prepare(document, context) {
    context.own = document.own;
    context.besides = (call) => besides(call, document);
  },
  together: (document) => [...together(document, entryOf(chainedScheduler)), ...atClocks(document), ...own(document)],
  parts: (document) => interleavedIn(document).flatMap(({ calls, course }) => (course ? calls : [])),
  configuration: {
    recognises: (document) => forms.some((form) => form.recognises(document)),
    read: (document) => forms.find((form) => form.recognises(document))?.read(document) ?? [],
  },
};
