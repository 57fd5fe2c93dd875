/** Groups by their numbers: `group 1`, `groups 0, 2–4`. */
export function groupsTold(groups: readonly number[]): string {
  return `${groups.length === 1 ? "group" : "groups"} ${rangesOf(groups)}`;
}

/** Numbers in their order, those that follow each other as a range: `0, 2–4`. */
export function rangesOf(groups: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const group of groups) {
    const last = ranges.at(-1);
    if (last && group === last[1] + 1) last[1] = group;
    else ranges.push([group, group]);
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(", ");
}
