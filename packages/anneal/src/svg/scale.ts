/** One axis: where a value lies, in pixels, and the values that are marked. */
export interface Scale {
  readonly at: (value: number) => number;
  /** Those with a number. */
  readonly ticks: readonly number[];
  /** Those with a line only. */
  readonly minor: readonly number[];
}

/** Equal ratios take equal lengths: powers of ten are numbered, and 2 and 5 where there are few of them. */
export function logScale(from: number, to: number, start: number, end: number): Scale {
  const [low, high] = Math.log(from) < Math.log(to) ? [from, to] : [from / 2, from * 2];
  // The ratio of two rates can be infinite; the difference of their logarithms cannot.
  const log = (value: number) => (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
  const all: { readonly value: number; readonly digit: number }[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (let digit = 1; digit < 10; digit++) all.push({ value: Number(`${digit}e${power}`), digit });
  }
  // A tick at the very end is one, whatever its rounding.
  const inside = all.filter(({ value }) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  const few = inside.filter(({ digit }) => digit === 1).length < 3;
  const numbered = few ? [1, 2, 5] : [1];
  const those = (is: boolean) =>
    inside.filter(({ digit }) => numbered.includes(digit) === is).map(({ value }) => value);
  return { at: (value) => near(start + log(value) * (end - start)), ticks: those(true), minor: those(false) };
}

/** Equal differences take equal lengths; about five round values are numbered. */
export function linearScale(low: number, high: number, start: number, end: number): Scale {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10);
  // As many as there can be: counting up to `high` would not end where a step is less than its last bit.
  const first = Math.ceil(low / step);
  const ticks = [0, 1, 2, 3, 4, 5].map((k) => (first + k) * step).filter((tick) => tick <= high);
  return { at: (value) => near(start + ((value - low) / (high - low)) * (end - start)), ticks, minor: [] };
}

/** What lies far outside of the picture is drawn just outside: not every viewer takes any number. */
function near(pixels: number): number {
  return Math.min(Math.max(pixels, -2000), 3000);
}
