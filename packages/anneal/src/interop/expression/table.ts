import { apply, bind, type Expression, type Operation } from "./expression.ts";

/** So many cases of one shape in a row are read from a table. */
const LONG = 6;

/** The case that has begun last; cases of one shape that follow each other are one case that reads its numbers. */
export function choose(time: Expression, starts: readonly number[], cases: readonly Expression[]): Expression {
  const shapes = cases.map((one) => shape(one));
  const [begins, kept]: [number[], Expression[]] = [[], []];
  for (let i = 0; i < cases.length; ) {
    let end = i + 1;
    while (end < cases.length && shapes[end] === shapes[i]) end++;
    const isLong = end - i >= LONG;
    if (!isLong) end = i + 1;
    const at = starts.slice(i, end - 1);
    const read = (place: Expression) => merge(cases.slice(i, end), place);
    if (i > 0) begins.push(starts[i - 1] as number);
    kept.push(isLong ? bind("i", { ...apply("search", time), numbers: at }, read) : (cases[i] as Expression));
    i = end;
  }
  return kept.length > 1 ? apply("choose", time, ...begins, ...kept) : (kept[0] as Expression);
}

/** All of an expression but its numbers; variables by the order in which they come. */
function shape(expression: Expression, variables: Expression[] = []): string {
  if (typeof expression === "number") return "#";
  const { op, of, name, numbers } = expression;
  if (op !== "variable") return `${op} ${name} ${numbers} (${of.map((one) => shape(one, variables))})`;
  if (!variables.includes(expression)) variables.push(expression);
  return `${name} ${variables.indexOf(expression)}`;
}

/** Expressions of one shape as the first of them, with its numbers read from lists where they are not the same. */
function merge(cases: readonly Expression[], place: Expression): Expression {
  const [first = 0] = cases;
  if (typeof first === "number") {
    return cases.every((one) => one === first) ? first : { ...apply("entry", place), numbers: cases as number[] };
  }
  if (first.op === "variable") return first;
  const inside = (i: number) => cases.map((one) => (one as Operation).of[i] as Expression);
  return { ...first, of: first.of.map((_, i) => merge(inside(i), place)) };
}
