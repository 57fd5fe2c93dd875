/** One param group: its hyperparameters by name. */
export interface ParamGroup {
  /** The learning rate that the optimizer uses for this group. */
  lr: number;
  /** The base rate, remembered by the first scheduler. */
  initialLr?: number;
}

/** What a scheduler drives: anything with param groups, as PyTorch's optimizers have. */
export interface Optimizer {
  readonly paramGroups: readonly ParamGroup[];
}
