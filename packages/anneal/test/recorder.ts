/** A param group that counts what is written to its rate, from outside or by a scheduler. */
export interface RecordedGroup {
  lr: number;
  initialLr?: number;
}

/** An optimizer with one group for each base rate, and the rates that were written to it, in order. */
export function recordedOptimizer(...bases: number[]) {
  const writes: number[] = [];
  const paramGroups = bases.map((base): RecordedGroup => {
    let rate = base;
    return {
      get lr() {
        return rate;
      },
      set lr(value) {
        writes.push(value);
        rate = value;
      },
    };
  });
  return { optimizer: { paramGroups }, writes };
}
