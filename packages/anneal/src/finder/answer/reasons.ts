/** Why an answer is what it is. */
export interface FinderReason {
  /** A stable word for programs. */
  readonly code: keyof typeof AGAINST;
  /** The same for people, with the numbers. */
  readonly text: string;
}

/** Every reason there is, and how much it takes from the confidence in an interval. */
export const AGAINST = {
  /** The loss falls over the interval. */
  falls: 0,
  /** The loss rises again above it. */
  turns: 0,
  /** The loss still falls at the highest rate: the interval may go on. */
  stillFalling: 1,
  /** The loss falls from the lowest rate on: the interval may begin lower. */
  alreadyFalling: 1,
  /** The seeds agree on where it falls. */
  seedsAgree: 0,
  /** They differ by more than a factor of 3, and less than 10. */
  seedsDiffer: 1,
  /** There is one curve only, so that nothing tells chance apart. */
  oneCurve: 1,
  /** The fall is small beside the scatter of the losses. */
  faint: 1,
  /** Not all ramps came to their end; without any there is no answer. */
  incomplete: 1,
  /** No answer: the loss stays as it is. */
  flat: 0,
  /** No answer: the loss only rises. */
  neverImproved: 0,
  /** No answer: the loss breaks off within the first rates. */
  divergedAtOnce: 0,
  /** No answer: too few updates to fit a curve. */
  tooShort: 0,
  /** No answer: the seeds disagree. */
  noisy: 0,
} as const;
