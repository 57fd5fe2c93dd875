/** What a schedule can be converted to, in the order of the help. */
export const TARGETS = [
  ...["pytorch", "huggingface", "timm", "deepspeed", "mmengine", "keras", "optax", "jax-js", "tfjs", "fvcore"],
  ...["detectron2", "composer", "megatron", "python", "javascript", "csv", "latex", "plan"],
] as const;
