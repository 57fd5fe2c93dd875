import { choice, each, ignored, number, optional, whole } from "../parameter.ts";

/** What `ReduceLROnPlateau` takes after its optimizer, in PyTorch's order. */
export const plateauParameters = {
  mode: optional(choice("min", "max"), "min"),
  factor: optional(number, 0.1),
  patience: optional(whole, 10),
  threshold: optional(number, 1e-4),
  threshold_mode: optional(choice("rel", "abs"), "rel"),
  cooldown: optional(whole, 0),
  min_lr: optional(each(number), 0),
  eps: optional(number, 1e-8),
  verbose: ignored,
} as const;
