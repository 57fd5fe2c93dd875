import { type Dictionary, isDictionary, isList, type Value } from "../../value.ts";

/** A `state_dict()` of one of PyTorch's schedulers as the arguments that it was made with. */
export interface State {
  /** The class. */
  readonly name: string;
  /** The fields that no other class before it in the list has all of. */
  readonly known: readonly string[];
  /** The arguments, by PyTorch's names; what is `undefined` is not in the state. */
  arguments(state: Dictionary, group: Dictionary): Readonly<Record<string, Value | undefined>>;
}

/** A class whose fields are called like its arguments. */
const plain = (name: string, ...known: readonly string[]): State => ({
  name,
  known,
  arguments: (state) => Object.fromEntries(known.map((field) => [field, state.get(field)])),
});

/**
 * What each class's state is known by.
 *
 * Source: PyTorch 2.15, `state_dict()` of `torch.optim.lr_scheduler` and `torch.optim.swa_utils.SWALR`.
 */
export const states: readonly State[] = [
  plain("StepLR", "step_size", "gamma"),
  {
    name: "MultiStepLR",
    known: ["milestones", "gamma"],
    arguments: (state) => ({ milestones: elements(state.get("milestones")), gamma: state.get("gamma") }),
  },
  plain("LinearLR", "start_factor", "end_factor", "total_iters"),
  plain("PolynomialLR", "total_iters", "power"),
  plain("ConstantLR", "factor", "total_iters"),
  plain("CosineAnnealingLR", "T_max", "eta_min"),
  plain("CosineAnnealingWarmRestarts", "T_0", "T_mult", "eta_min"),
  {
    name: "CyclicLR",
    known: ["max_lrs", "total_size", "step_ratio", "mode"],
    arguments(state) {
      const [size, ratio] = [state.get("total_size") as number, state.get("step_ratio") as number];
      const field = (name: string) => (state.get("cycle_momentum") === true ? { [name]: state.get(`${name}s`) } : {});
      return {
        base_lr: state.get("base_lrs"),
        max_lr: state.get("max_lrs"),
        step_size_up: Math.round(size * ratio * 1e6) / 1e6,
        step_size_down: Math.round(size * (1 - ratio) * 1e6) / 1e6,
        mode: state.get("mode"),
        gamma: state.get("gamma"),
        cycle_momentum: state.get("cycle_momentum"),
        ...field("base_momentum"),
        ...field("max_momentum"),
      };
    },
  },
  { name: "OneCycleLR", known: ["total_steps", "_schedule_phases"], arguments: oneCycle },
  {
    name: "SWALR",
    known: ["anneal_epochs", "_anneal_strategy"],
    arguments: (state, group) => ({
      swa_lr: group.get("swa_lr"),
      anneal_epochs: state.get("anneal_epochs"),
      anneal_strategy: state.get("_anneal_strategy"),
    }),
  },
  plain("ReduceLROnPlateau", "mode", "factor", "patience", "threshold", "threshold_mode", "cooldown", "eps"),
  plain("LambdaLR", "lr_lambdas"),
  plain("ExponentialLR", "gamma"),
];

/** The class of a state that is not made of others. */
export function stateOf(state: Dictionary): State | undefined {
  return states.find(({ known }) => known.every((field) => state.has(field)));
}

/** The elements of a Counter, each as often as it counts; a list is one already. */
function elements(counter: Value | undefined): Value | undefined {
  if (!isDictionary(counter)) return counter;
  return [...counter].flatMap(([milestone, count]) => {
    const times = typeof count === "number" && count >= 0 && count <= 1000 ? Math.floor(count) : 1;
    return Array.from({ length: times }, () => Number(milestone));
  });
}

/** The state has the phases; the optimizer's groups have the rates. */
function oneCycle(state: Dictionary, group: Dictionary): Readonly<Record<string, Value | undefined>> {
  const steps = state.get("total_steps") as number;
  const phases = state.get("_schedule_phases");
  const [first] = isList(phases) ? phases : [];
  const end = isDictionary(first) ? (first.get("end_step") as number) : Number.NaN;
  const [initial, most, least] = ["initial_lr", "max_lr", "min_lr"].map((name) => group.get(name) as number);
  const cycled = state.get("cycle_momentum") === true && group.has("max_momentum");
  return {
    max_lr: most,
    total_steps: steps,
    pct_start: Math.round(((end + 1) / steps) * 1e9) / 1e9,
    anneal_strategy: state.get("_anneal_func_type"),
    three_phase: isList(phases) && phases.length === 3,
    div_factor: (most as number) / (initial as number),
    final_div_factor: (initial as number) / (least as number),
    cycle_momentum: cycled,
    ...(cycled && { base_momentum: group.get("base_momentum"), max_momentum: group.get("max_momentum") }),
  };
}
