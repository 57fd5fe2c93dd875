"""Plain PyTorch loops: real optimizers and real schedulers, with and without each bug."""

import sys

import plainClean
import plainRates
import plainResumes
import plainSteps
from plainRuns import cases, repeat
from schedules import FIXED, LAMBDAS, PLANS, SMOOTH, TIMED

ALL = list(PLANS)
MOVING = [name for name in ALL if name != "warmupConstant"]
# OneCycleLR and the chained ones refuse or mix up what these loops do to them before the bug can show.
SIMPLE = [name for name in ALL if name not in ("oneCycle", "warmupMultiStep", "sequentialCosine")]


def main(folder):
    repeat("clean", 26, ALL, plainClean.clean)
    repeat("clean epochs", 8, [name for name in ALL if name != "oneCycle"], plainClean.clean_epochs)
    repeat("clean stairs", 4, ["multiStep", "step"], plainClean.clean_stairs)
    repeat("clean resumed", 8, [name for name in SIMPLE if name != "restarts"], plainClean.clean_resumed)
    repeat("clean skipped", 4, LAMBDAS, plainClean.clean_skipped)
    repeat("clean rows", 5, ALL, plainClean.clean_rows)
    repeat("clean groups", 6, LAMBDAS, plainClean.clean_groups)
    repeat("shifted", 16, ALL, plainSteps.shifted)
    repeat("restarted", 14, SIMPLE, plainResumes.restarted)
    repeat(
        "rescaled",
        12,
        [name for name in LAMBDAS if name not in ("warmupConstant", "warmupInverseSqrt")],
        plainResumes.rescaled,
    )
    repeat("wrongBase", 12, SIMPLE, plainResumes.wrong_base)
    repeat("warmupTwice", 12, LAMBDAS, plainRates.warmup_twice)
    repeat("never", 12, ALL, plainSteps.never)
    repeat("twice", 12, FIXED, plainSteps.twice)
    repeat("perBatch", 12, FIXED, plainSteps.per_batch)
    repeat("perEpoch", 8, MOVING, plainSteps.per_epoch)
    repeat("stairs", 10, [name for name in SMOOTH if name != "oneCycle" and name != "exponential"], plainSteps.stairs)
    repeat(
        "skipped",
        14,
        [name for name in SIMPLE if name in TIMED and name not in ("multiStep", "step")],
        plainSteps.skipped,
    )
    repeat("scaled", 10, ALL, plainRates.scaled)
    repeat("unscheduled", 12, MOVING, plainRates.unscheduled)
    cases.write(folder)


if __name__ == "__main__":
    main(sys.argv[1])
