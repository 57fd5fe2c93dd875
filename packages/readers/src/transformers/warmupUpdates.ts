/** The Trainer's two ways to write a warm-up. */
export interface Warmup {
  readonly warmup_steps: number;
  readonly warmup_ratio: number | null;
}

/** What is to be known about a warm-up. */
type Tell = (note: string) => void;

/** The share of the run that a warm-up is, or nothing where it is a number of updates. */
export function shareOf({ warmup_steps, warmup_ratio }: Warmup, tell: Tell = () => {}): number | undefined {
  if (warmup_steps > 0) {
    if (warmup_ratio) tell(`warmup_steps (${warmup_steps}) counts, and warmup_ratio (${warmup_ratio}) does not`);
    if (warmup_steps >= 1) return undefined;
    tell(`warmup_steps below 1 is a share of the run since transformers 5; transformers 4 had no warm-up then`);
    return warmup_steps;
  }
  if (warmup_ratio) tell("warmup_ratio is of transformers 4; 5 has a warmup_steps below 1 in its place");
  return warmup_ratio || undefined;
}

/** How many updates a warm-up has: `int(warmup_steps)`, or a share of the run rounded up. */
export function warmupUpdates(warmup: Warmup, steps: number, tell?: Tell): number {
  const share = shareOf(warmup, tell);
  return share === undefined ? Math.trunc(warmup.warmup_steps) : Math.ceil(steps * share);
}
