/** What an optimizer's own defaults say. */
export interface Defaults {
  readonly lr: number;
  /** Which of these it has, by the name that programs have for it; none where its groups have neither. */
  readonly cycled?: "momentum" | "beta1";
}

/**
 * PyTorch's optimizers; each takes the parameters first and the rate second.
 *
 * Source: PyTorch 2.15 `torch.optim`. Before 2.2 SGD has no default rate.
 */
export const optimizers: ReadonlyMap<string, Defaults> = new Map<string, Defaults>([
  ["ASGD", { lr: 0.01 }],
  ["Adadelta", { lr: 1 }],
  ["Adafactor", { lr: 0.01 }],
  ["Adagrad", { lr: 0.01 }],
  ["Adam", { lr: 0.001, cycled: "beta1" }],
  ["AdamW", { lr: 0.001, cycled: "beta1" }],
  ["Adamax", { lr: 0.002, cycled: "beta1" }],
  ["LBFGS", { lr: 1 }],
  ["Muon", { lr: 0.001, cycled: "momentum" }],
  ["NAdam", { lr: 0.002, cycled: "beta1" }],
  ["RAdam", { lr: 0.001, cycled: "beta1" }],
  ["RMSprop", { lr: 0.01, cycled: "momentum" }],
  ["Rprop", { lr: 0.01 }],
  ["SGD", { lr: 0.001, cycled: "momentum" }],
  ["SparseAdam", { lr: 0.001, cycled: "beta1" }],
]);
