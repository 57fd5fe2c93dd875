/** Where this library is different from a framework on purpose, and why; of PyTorch's own classes see torchReasons.ts. */
export const DIFFERENCES = {
  moreAccepted: "The framework refuses a configuration that has a clear meaning; here it is accepted.",
  otherOptions: "The framework refuses an option, or options together, for which there is nothing to write here.",
  greedyLimits: "GreedyLR takes a max_lr below its min_lr; here that is refused.",
  fastaiRestart:
    "fastai holds the shares of a run in float32, so that a cycle may begin one update late; here it begins where it is due.",
  igniteFirstValue:
    "Ignite's wrapper asks a scheduler of PyTorch's once more for its first value, so that what multiplies the rate does so twice; here it does so once.",
  igniteMinLr: "Ignite loses a plateau's min_lr unless it is given the first param group's index; here it counts.",
  igniteWarmupEnd:
    "With several param groups Ignite lets PyTorch's scheduler go on from the warm-up's end; here each group goes on from its own rate.",
  kerasFirstNaN: "In Keras a first metric that is NaN is the best for ever; here it is a bad one.",
  mmengineWorst: "MMEngine's best metric starts at 1e9 or -1e9, so that one beyond is bad; here the first is good.",
  optaxPatience: "With patience 0 optax cuts on improvements, and only on them; here that is refused.",
  timmPlateauNoise:
    "timm's plateau adds its noise last; here the noise is the plan's, a plateau's bounds see it, and noise that makes a rate negative is refused.",
  recurrence:
    "The framework changes, step by step, the rate that other schedulers of its list leave; with a floor, or past its end, this depends on all steps before and is no plan.",
  whereEpsilon: "fvcore adds 1e-6 to the share of the run, so that changes come early in runs of a million updates.",
  zeroLength:
    "Where a stage has no length the framework divides by zero, or asserts that it has one; here its end holds at once.",
  cycleByLogarithm:
    "The framework finds the cycle through a rounded logarithm and takes the wrong one there; here it is exact.",
  pastTheEnd: "The framework's curve goes on past its end, below its minimum or up again; here the end is held.",
  compoundsByEpoch:
    "fairseq's force_anneal takes the rate that the last epoch ended with for the new base, so that warm-up and decay are applied to it once more in each epoch; here a plan is never applied to its own result.",
} as const satisfies Readonly<Record<string, string>>;
