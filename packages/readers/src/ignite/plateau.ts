import type { Entry } from "../entry.ts";
import { reduceLROnPlateau } from "../torch/reduceLROnPlateau.ts";
import { Call } from "../value.ts";

/** Ignite's own arguments; the others are PyTorch's. */
const OWN = ["optimizer", "metric_name", "trainer", "save_history", "param_group_index"];

/** `ReduceLROnPlateauScheduler`: PyTorch's plateau on one metric. */
export const plateau: Entry = {
  read(call, context) {
    const optimizer = call.named.get("optimizer") ?? call.positional[0];
    const named = new Map([...call.named].filter(([name]) => !OWN.includes(name)));
    const index = call.named.get("param_group_index") ?? call.positional[4] ?? null;
    if (named.has("min_lr") && index === null) {
      context.note("Ignite loses min_lr where no param_group_index is given: it cuts down to 0.", call.place);
      named.delete("min_lr");
    }
    const positional = optimizer === undefined ? [] : [optimizer];
    return reduceLROnPlateau.read(new Call(call.name, { positional, named }, call.place, call.places), context);
  },
};
