import { Call, type Dictionary, isDictionary, isList, type Place, Unknown, type Value } from "../../value.ts";
import { stateOf } from "./states.ts";

/** A state as the call that made the scheduler, with an optimizer of the base rates that are in it. */
export function callOfState(
  state: Dictionary,
  groups: readonly Dictionary[],
  place?: Place,
  optimizer: Call = optimizerOf(state, groups),
): Call {
  const call = (name: string, given: Readonly<Record<string, Value | undefined>>): Call => {
    // What the state lacks is asked for under the parameter's own name.
    const named = Object.entries(given).map(([own, value]) => [own, value ?? new Unknown(own, place)] as const);
    return new Call(
      `torch.optim.lr_scheduler.${name}`,
      { named: new Map([["optimizer", optimizer], ...named]) },
      place,
    );
  };
  const children = state.get("_schedulers");
  if (isList(children)) {
    const schedulers = children.map((one) => (isDictionary(one) ? callOfState(one, groups, place, optimizer) : one));
    const milestones = state.get("_milestones");
    return milestones === undefined
      ? call("ChainedScheduler", { schedulers })
      : call("SequentialLR", { schedulers, milestones });
  }
  const found = stateOf(state);
  if (!found) return call("an unknown scheduler", {});
  if (found.name === "LambdaLR") {
    const lambda = new Unknown("lr_lambda", place, "a function is not saved in a state_dict()");
    return call(found.name, { lr_lambda: lambda });
  }
  if (found.name === "OneCycleLR") return call(found.name, oneCycle(state, groups, found.arguments));
  const given = found.arguments(state, groups[0] ?? new Map());
  return call(found.name, found.name === "ReduceLROnPlateau" ? { ...given, min_lr: state.get("min_lrs") } : given);
}

/** Its rates are those of the optimizer's groups; without them the first is asked for. */
function oneCycle(
  state: Dictionary,
  groups: readonly Dictionary[],
  read: (state: Dictionary, group: Dictionary) => Readonly<Record<string, Value | undefined>>,
): Readonly<Record<string, Value | undefined>> {
  const each = groups.map((group) => read(state, group));
  const [first] = each;
  if (!first || !groups.every((group) => group.has("max_lr"))) {
    const { total_steps, pct_start, anneal_strategy, three_phase } = read(state, new Map());
    return { max_lr: undefined, total_steps, pct_start, anneal_strategy, three_phase, cycle_momentum: false };
  }
  return { ...first, max_lr: each.map(({ max_lr }) => max_lr as Value) };
}

/** The base rates that a state has: its own, or the first part's; a plateau has only the rates that it last made. */
function optimizerOf(state: Dictionary, groups: readonly Dictionary[]): Call {
  const rates = basesOf(state) ?? [];
  const own = rates.map(
    (lr, i) =>
      new Map<string, Value>([
        ["params", []],
        ["lr", groups[i]?.get("initial_lr") ?? lr],
      ]),
  );
  const name = uses(state, "use_beta1", true) ? "torch.optim.Adam" : "torch.optim.SGD";
  return new Call(name, { positional: [own] });
}

function basesOf(state: Dictionary): readonly Value[] | undefined {
  const own = state.get("base_lrs");
  if (isList(own)) return own;
  const children = state.get("_schedulers");
  if (isList(children)) {
    for (const one of children) {
      const found = isDictionary(one) ? basesOf(one) : undefined;
      if (found) return found;
    }
  }
  const last = state.get("_last_lr");
  return isList(last) ? last : undefined;
}

/** Whether a field of a state or of one of its parts has a value. */
function uses(state: Dictionary, field: string, value: Value): boolean {
  const children = state.get("_schedulers");
  return (
    state.get(field) === value ||
    (isList(children) && children.some((one) => isDictionary(one) && uses(one, field, value)))
  );
}
