/** Where `anneal/torch` is different from PyTorch on purpose: the row of docs/torch.md that says how, by its first words. */
export const TORCH_REASONS = {
  oneCyclePastEnd: "`OneCycleLR` after its last step",
  oneCycleShortRise: "`OneCycleLR` with a rise of one step or less",
  oneCycleTakesTheBase: "`OneCycleLR` after a warm-up in a `SequentialLR`",
  nested: "a `SequentialLR` or `ChainedScheduler` in another; a wrapper of one",
  restartByLogarithm:
    "`CosineAnnealingWarmRestarts.step(epoch)` at some restarts, the first at 1210 for `T_0` 10, `T_mult` 3",
  cyclicStart: "`CyclicLR` when `initial_lr` exists",
  cyclicTakesTheBase: "`CyclicLR` before others in a `SequentialLR`",
  constantWithoutEnd: "`ConstantLR`, `LinearLR` with `total_iters` 0",
  linearWithoutEnd: "`ConstantLR`, `LinearLR` with `total_iters` 0",
  zeroIterations: "`PolynomialLR` with `total_iters` 0",
  overwritingBeside: "an overwriting class beside others",
  cosinePastEnd: "`CosineAnnealingLR` past `T_max`, beside others or in a chain",
  drift: "long runs of `step()`",
} as const;
