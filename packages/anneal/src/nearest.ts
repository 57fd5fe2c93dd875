/** The known name that a misspelt one most likely meant, or undefined when none is close. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const close = name.length > 40 ? [] : known.filter((candidate) => distance(name, candidate) <= 1 + name.length / 4);
  return close.sort((a, b) => distance(name, a) - distance(name, b))[0];
}

/** Levenshtein's edit distance, ignoring case and separators, so that `warmup_lr` is next to `warmupLr`. */
function distance(a: string, b: string): number {
  const [from, to] = [a, b].map((text) => text.toLowerCase().replace(/[_ -]/g, "")) as [string, string];
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const swap = (row[j] as number) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
