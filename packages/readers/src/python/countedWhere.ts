/** What counts something up, on a line of its own. */
const UP = /^([ \t]*)([A-Za-z_][\w.]*)[ \t]*\+=[ \t]*1[ \t]*(?:#.*)?$/;
/** A condition at the beginning of a block. */
const IF = /^([ \t]*)(?:el)?if\b[ \t]*(.*?)[ \t]*:[ \t]*(?:#.*)?$/;
/** What is true once for each update. */
const ACCUMULATES = /%|accum|sync_gradients/i;
/** How many lines are looked through before one. */
const MOST_BEFORE = 200;

/** The condition under which alone a text counts a name up, other than once for some batches: nothing where it always does. */
export function countedWhere(name: string, source: string): string | undefined {
  const lines = source.split("\n");
  const conditions = lines.flatMap((line, i): (string | undefined)[] => {
    const [, indent, counted] = UP.exec(line) ?? [];
    return counted === name ? [blockOf(lines, i, (indent as string).length)] : [];
  });
  const [first] = conditions;
  return conditions.length > 0 && conditions.every((one) => one !== undefined && !ACCUMULATES.test(one))
    ? first
    : undefined;
}

/** The condition of the block that a line is in, if it is one. */
function blockOf(lines: readonly string[], at: number, indent: number): string | undefined {
  for (let i = at - 1; i >= Math.max(0, at - MOST_BEFORE); i--) {
    const line = lines[i] as string;
    const own = line.length - line.trimStart().length;
    if (line.trim() === "" || own >= indent) continue;
    return IF.exec(line)?.[2];
  }
  return undefined;
}
