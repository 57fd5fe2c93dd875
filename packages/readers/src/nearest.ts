/** The name that a word is most like, for "did you mean"; nothing where it is like none. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(word.length / 3));
  const ranked = names
    .map((name) => ({ name, away: distance(word.toLowerCase().slice(0, 40), name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  const [first] = ranked;
  // Of a few letters, two that differ are another word, if they have not only changed places.
  const isNear = first && (first.away < 2 || word.length > 4 || lettersOf(word) === lettersOf(first.name));
  return isNear && first.away <= most ? first.name : undefined;
}

const lettersOf = (word: string): string => [...word.toLowerCase()].sort().join("");

/** How many letters have to be put in, taken out or changed. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
