/** A deviation, and the step at which it is. */
interface Deviation {
  readonly value: number;
  readonly step: number;
}

/** How far what a framework computed is from what it should be. */
export interface Deviations {
  readonly agrees: boolean;
  readonly absolute: Deviation;
  readonly relative: Deviation;
  /** The first step with more than rounding. */
  readonly first: { readonly step: number; readonly expected: number; readonly received: number | null } | undefined;
}

/** Compares the rates of all updates from the first on; what is no number is told as null, and agrees with nothing. */
export function deviations(
  at: (step: number) => number,
  rates: readonly (number | null)[],
  [ofValue, ofPeak]: readonly [ofValue: number, ofPeak: number],
): Deviations {
  let [absolute, relative] = [
    { value: 0, step: 0 },
    { value: 0, step: 0 },
  ];
  let peak = 0;
  for (let step = 0; step < rates.length; step++) peak = Math.max(peak, Math.abs(at(step)));
  let first: Deviations["first"];
  rates.forEach((received, step) => {
    const expected = at(step);
    const off = received === null ? 1 / 0 : Math.abs(expected - received);
    if (off > absolute.value) absolute = { value: off, step };
    const share = off === 0 ? 0 : off / Math.max(Math.abs(expected), Math.abs(received ?? 0));
    if (share > relative.value) relative = { value: share, step };
    if (!(off <= ofValue * Math.abs(expected) + ofPeak * peak)) first ??= { step, expected, received };
  });
  return { agrees: first === undefined, absolute, relative, first };
}
