import { describe, expect, it } from "vitest";
import { oneOf } from "../src/nearest.ts";

const KINDS = ["constant", "linear", "cosine", "polynomial", "geometric", "exponential", "piecewise", "sequence"];
const OPTIONS = ["factor", "warmupEpochs", "milestones", "warmupLr", "warmupStrategy", "lastEpoch"];

/** The name that a misspelt one is taken for. */
function guess(known: readonly string[], given: unknown): string | undefined {
  const text = oneOf(known, given);
  expect(text.startsWith(`one of ${known.join(", ")}`)).toBe(true);
  return /\(did you mean "(.*)"\?\)$/.exec(text)?.[1];
}

describe("oneOf", () => {
  it.each([
    ["linaer", "linear"],
    ["Linear", "linear"],
    ["cosin", "cosine"],
    ["cosineLR", "cosine"],
    ["exponental", "exponential"],
    ["poly-nomial", "polynomial"],
    ["sequnce", "sequence"],
  ])("takes the kind %s for %s", (given, meant) => {
    expect(guess(KINDS, given)).toBe(meant);
  });

  it.each([
    ["warmup_epochs", "warmupEpochs"],
    ["warmup_lr", "warmupLr"],
    ["warmupLR", "warmupLr"],
    ["warmup_strategy", "warmupStrategy"],
    ["milestone", "milestones"],
    ["mileStones", "milestones"],
    ["last_epoch", "lastEpoch"],
    ["factr", "factor"],
  ])("takes the option %s for %s", (given, meant) => {
    expect(guess(OPTIONS, given)).toBe(meant);
  });

  it.each([
    ["warmupCosine", "piecewise"],
    ["fractions", "constant"],
    ["noise", "cosine"],
    ["oneTriangle", "exponential"],
  ])("takes the recipe %s not for %s, of the same letters", (given, other) => {
    expect(guess([other], given)).toBeUndefined();
  });

  it.each(["", "z", "step", "🦄", "__proto__", "y".repeat(1e6), 5, null, undefined, {}])(
    "takes %j for nothing",
    (given) => {
      expect(guess(KINDS, given)).toBeUndefined();
    },
  );
});
