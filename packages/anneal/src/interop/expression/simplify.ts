import { apply, type Expression, type Operation, STEP } from "./expression.ts";
import { isWhole } from "./whole.ts";

/** Writes the raw operators as those that are printed, and leaves out what changes nothing. */
export function simplify(expression: Expression, whole: Set<Expression> = new Set([STEP])): Expression {
  if (typeof expression === "number" || expression.op === "variable") return expression;
  if (expression.op === "let") {
    const [it, value, inside] = expression.of as [Operation, Expression, Expression];
    const simple = simplify(value, whole);
    if (isWhole(simple, whole)) whole.add(it);
    return apply("let", it, simple, simplify(inside, whole));
  }
  const all = expression.of.map((one) => simplify(one, whole));
  // Variables come before the line in which they are used; not out of a case, which need not be defined elsewhere.
  const isChoice = expression.op === "choose";
  const bindings: Operation[] = [];
  const of = all.map((one, i) => {
    let inside = one;
    while (typeof inside !== "number" && inside.op === "let" && !(isChoice && i > 0)) {
      bindings.push(inside);
      inside = inside.of[2] as Expression;
    }
    return inside;
  });
  const simple = rewrite({ ...expression, of }, whole);
  return bindings.reduceRight<Expression>(
    (inside, { of: [it = 0, value = 0] }) => apply("let", it, value, inside),
    simple,
  );
}

/** One operator, its operands being simple. */
function rewrite(expression: Operation, whole: ReadonlySet<Expression>): Expression {
  const { op, of } = expression;
  const [a = 0, b = 0, gone = 0, left = 0] = of;
  const exact = isWhole(a, whole) && isWhole(b, whole);
  const turns = () => (exact ? divide(a, b) : multiply(divide(a, b), NEAR));
  switch (op) {
    case "line":
    case "ramp":
    case "wave":
      return between(op, a, b, gone, left);
    case "turns":
      return apply("floor", turns());
    case "begun":
      return apply("max", apply("ceil", exact ? divide(a, b) : apply("/", divide(a, b), NEAR)), 1);
    case "inside":
      return exact ? apply("%", a, b) : apply("max", add("-", a, multiply(b, apply("floor", turns()))), 0);
    case "+":
    case "-":
      return add(op, a, b);
    case "*":
      return multiply(a, b);
    case "/":
      return divide(a, b);
    case "**":
      return b === 0 ? 1 : b === 1 ? a : apply("**", a, b);
    case "min":
      return b === 1 / 0 ? a : apply("min", a, b);
    default:
      return expression;
  }
}

/** Within 1e-9 of a whole turn it has been reached, as for every time. */
const NEAR = 1.000000001;

function add(op: "+" | "-", a: Expression, b: Expression): Expression {
  if (typeof b === "number" && b < 0) return add(op === "+" ? "-" : "+", a, -b);
  if (b === 0) return a;
  if (a === 0 && op === "+") return b;
  return fold(a, b, (x, y) => (op === "+" ? x + y : x - y)) ?? apply(op, a, b);
}

function multiply(a: Expression, b: Expression): Expression {
  if (a === 0 || b === 0) return 0;
  if (a === 1) return b;
  if (b === 1) return a;
  if (typeof b !== "number" && (b.op === "*" || b.op === "/")) {
    const [c = 0, d = 0] = b.of;
    return b.op === "/" ? divide(multiply(a, c), d) : multiply(multiply(a, c), d);
  }
  return fold(a, b, (x, y) => x * y) ?? apply("*", a, b);
}

function divide(a: Expression, b: Expression): Expression {
  return b === 1 || a === 0 ? a : apply("/", a, b);
}

/** What whole numbers come to: it is exact, and computed at once. */
function fold(a: Expression, b: Expression, of: (a: number, b: number) => number): number | undefined {
  const isKnown = typeof a === "number" && typeof b === "number" && Number.isInteger(a) && Number.isInteger(b);
  const value = isKnown ? of(a, b) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** So much of the way from one level to another: a ramp must be exact at its beginning, a wave at both ends. */
function between(
  op: "line" | "ramp" | "wave",
  from: Expression,
  to: Expression,
  gone: Expression,
  left: Expression,
): Expression {
  if (from === to) return from;
  if (to === 0) return multiply(from, left);
  if (from === 0) return multiply(to, gone);
  if (op !== "line" && isExact(to, from)) return add("+", to, multiply(add("-", from, to), left));
  if (op !== "wave" || isExact(from, to)) return add("+", from, multiply(add("-", to, from), gone));
  return add("+", multiply(from, left), multiply(to, gone));
}

/** Whether all of the way from one level really ends at the other. */
function isExact(a: Expression, b: Expression): boolean {
  return typeof a === "number" && typeof b === "number" && a + (b - a) === b;
}
