/** A cycle of restarts whose lengths grow: its number from 0, where it starts, and how long it is. */
export interface Cycle {
  readonly index: number;
  readonly start: number;
  readonly length: number;
}

/** The cycle that a time is in, found by adding up the lengths. */
export function cycleOf(time: number, first: number, growth: number): Cycle {
  let [index, start, length] = [0, 0, first];
  while (time >= start + length) [index, start, length] = [index + 1, start + length, length * growth];
  return { index, start, length };
}

/** Whether a restart is at this very time: there a rounded logarithm can miss it. */
export function isRestart(time: number, first: number, growth: number): boolean {
  const { index, start } = cycleOf(time, first, growth);
  return index > 0 && start === time;
}
