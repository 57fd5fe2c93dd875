import type { Entry } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { optimizerFacts } from "../optimizerFacts.ts";
import { under } from "../under.ts";
import { Call } from "../value.ts";
import { CHILDREN, readChild, readTorch } from "./child.ts";
import { concat, paramGroups } from "./combined.ts";
import { plateau } from "./plateau.ts";
import { STATE } from "./state.ts";
import { createWithWarmup } from "./warmup.ts";

const own: Entry = {
  read(call, context) {
    const child = readChild(call, context);
    return child && { program: { [child.key]: child.plan }, ...optimizerFacts(call, context) };
  },
};

/** `LRScheduler`: one of PyTorch's, as a handler. */
const wrapped: Entry = {
  read(call, context) {
    const inner = call.named.get("lr_scheduler") ?? call.positional[0];
    const found = inner instanceof Call ? readTorch(inner, context) : undefined;
    if (!found && context.issues.length + context.needs.length === 0) {
      const received = inner instanceof Call ? inner.name.slice(0, 60) : "no call";
      context.problem("LRScheduler(lr_scheduler)", "a scheduler of PyTorch's that can be read", received, call.place);
    }
    return found;
  },
};

/**
 * pytorch-ignite: handlers of parameters. Values are absolute but for PyTorch's own schedulers inside; one step of a plan
 * is one event that they are attached to.
 *
 * Source: pytorch-ignite 0.5 `ignite.handlers.param_scheduler`, `state_param_scheduler`.
 */
export const ignite: Framework = {
  name: "ignite",
  entries: under(
    [
      "ignite.handlers",
      "ignite.handlers.param_scheduler",
      "ignite.contrib.handlers",
      "ignite.contrib.handlers.param_scheduler",
      "ignite.handlers.state_param_scheduler",
    ],
    {
      ...Object.fromEntries(CHILDREN.map((name) => [name, own])),
      ConcatScheduler: concat,
      ParamGroupScheduler: paramGroups,
      LRScheduler: wrapped,
      create_lr_scheduler_with_warmup: createWithWarmup,
      ReduceLROnPlateauScheduler: plateau,
      ...STATE,
    },
  ),
};
