/** Where this library is different from a framework on purpose, and why; the coverage page prints it. */
export const DIFFERENCES = {
  moreAccepted: "The framework refuses a configuration that has a clear meaning; here it is accepted.",
  otherOptions: "The framework refuses a combination of its own options that cannot be written with ours.",
  greedyLimits: "GreedyLR takes a max_lr below its min_lr; here that is refused.",
  fvcoreBeyond: "fvcore's lines go on after the end of the run, also below 0; here the last value is held.",
  igniteMinLr: "Ignite loses a plateau's min_lr unless it is given the first param group's index; here it counts.",
  kerasFirstNaN: "In Keras a first metric that is NaN is the best for ever; here it is a bad one.",
  mmengineWorst: "MMEngine's best metric starts at 1e9 or -1e9, so that one beyond is bad; here the first is good.",
  optaxPatience: "With patience 0 optax cuts on improvements, and only on them; here that is refused.",
  timmPlateauNoise: "timm's plateau adds its noise last; here a plateau's bounds see it, and it has no noise_std.",
  whereEpsilon: "fvcore adds 1e-6 to the share of the run, so that changes come early in runs of a million updates.",
  zeroLength: "The framework divides by zero where a stage has no length; here the stage's end holds at once.",
  cycleByLogarithm:
    "The framework finds the cycle through a rounded logarithm and takes the wrong one there; here it is exact.",
  pastTheEnd: "The framework's curve goes on past its end, below its minimum or up again; here the end is held.",
  compoundsByEpoch:
    "fairseq's force_anneal takes the rate that the last epoch ended with for the new base, so that warm-up and decay are applied to it once more in each epoch; here a plan is never applied to its own result.",
} as const satisfies Readonly<Record<string, string>>;
