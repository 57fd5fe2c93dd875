const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Into so many parts the place between two neighbours is divided first. */
const FINER = 16;

/** The arguments at which a function is least: from the best places of a grid, each narrowed down between its neighbours. */
export function minima(of: (x: number) => number, grid: readonly number[], count = 3): readonly number[] {
  const values = grid.map(of);
  const isLow = (i: number) => [i - 1, i + 1].every((j) => !((values[j] as number) < (values[i] as number)));
  const places = grid.map((_, i) => i).filter(isLow);
  places.sort((a, b) => (values[a] as number) - (values[b] as number));
  return places.slice(0, count).map((i) => {
    let [low, high] = [grid[i - 1] ?? (grid[i] as number), grid[i + 1] ?? (grid[i] as number)];
    const finer = Array.from({ length: FINER + 1 }, (_, part) => low + ((high - low) * part) / FINER);
    let [place, least] = [grid[i] as number, values[i] as number];
    for (const x of finer) {
      const value = of(x);
      if (value < least) [place, least] = [x, value];
    }
    [low, high] = [Math.max(low, place - (high - low) / FINER), Math.min(high, place + (high - low) / FINER)];
    let [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    let [atA, atB] = [of(a), of(b)];
    for (let turn = 0; turn < 60 && high - low > 1e-13 * high; turn++) {
      if (atA <= atB) {
        [high, b, atB] = [b, a, atA];
        a = high - GOLDEN * (high - low);
        atA = of(a);
      } else {
        [low, a, atA] = [a, b, atB];
        b = low + GOLDEN * (high - low);
        atB = of(b);
      }
    }
    const best = atA <= atB ? a : b;
    return least <= Math.min(atA, atB) ? place : best;
  });
}
