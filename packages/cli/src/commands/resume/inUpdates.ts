import type { Run } from "anneal";

/** A run that counts epochs as one that counts updates, of which each has so many; others as they are. */
export function inUpdates({ steps, ...run }: Run, perEpoch: number | undefined): Run {
  if (perEpoch === undefined) return steps === undefined ? run : { ...run, steps };
  return { ...run, ...(steps === undefined ? {} : { steps: Math.round(steps * perEpoch) }), stepsPerEpoch: perEpoch };
}

/** A run that counts updates as one that counts epochs: what an update consumes says nothing about those. */
export function inEpochs({ steps, base, stepsPerEpoch = 1 }: Run): Run {
  return {
    ...(base === undefined ? {} : { base }),
    ...(steps === undefined ? {} : { steps: Math.ceil(steps / stepsPerEpoch - 1e-9) }),
    stepsPerEpoch: 1,
  };
}
