/** Where this library is different from a framework on purpose, and why; the coverage page prints it. */
export const DIFFERENCES = {
  moreAccepted: "The framework refuses a configuration that has a clear meaning; here it is accepted.",
  otherOptions: "The framework refuses a combination of its own options that cannot be written with ours.",
  zeroLength: "The framework divides by zero where a stage has no length; here the stage's end holds at once.",
  collapsedKnots: "optax keeps the knots in a dictionary: of two at the same step only the later one is left.",
} as const satisfies Readonly<Record<string, string>>;
