import { type Expression, STEP } from "../../expression/expression.ts";

const f = Math.fround;

/** The operators of two operands; what the rest is taken of is never negative here. */
const INFIX: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
};

/** An expression as a function of the step that rounds every number to 32 bits; it does not know the user's functions. */
export function inFloat32(expression: Expression): (step: number) => number {
  const values: number[] = [];
  const places = new Map<Expression, number>([[STEP, 0]]);
  const compute = compile(expression);
  return (step) => {
    values[0] = f(step);
    return compute();
  };

  function compile(expression: Expression): () => number {
    const known = constant(expression);
    if (known !== undefined || typeof expression === "number") {
      const value = f(known as number);
      return () => value;
    }
    const { op, of, numbers = [] } = expression;
    if (op === "variable") {
      const place = places.get(expression) as number;
      return () => values[place] as number;
    }
    if (op === "let") {
      const [it = 0, value = 0, inside = 0] = of;
      const first = compile(value);
      const place = places.size;
      places.set(it, place);
      const rest = compile(inside);
      return () => {
        values[place] = first();
        return rest();
      };
    }
    const all = of.map(compile);
    const [first = () => Number.NaN, second] = all;
    if (op === "choose") {
      const count = all.length / 2 - 1;
      return () => {
        const time = first();
        let i = 1;
        while (i <= count && !(time < (all[i] as () => number)())) i++;
        return (all[count + i] as () => number)();
      };
    }
    const rounded = numbers.map(f);
    if (op === "search") return () => rounded.filter((one) => one <= first()).length;
    if (op === "entry") return () => rounded[first()] as number;
    if (op === "custom") return () => Number.NaN;
    const call = INFIX[op] ?? (Math[op as "min"] as (a: number, b: number) => number);
    return second ? () => f(call(first(), second())) : () => f((call as (a: number) => number)(first()));
  }
}

/** An expression without a variable, which Python itself computes. */
function constant(expression: Expression): number | undefined {
  if (typeof expression === "number") return expression;
  if (expression.op === "pi") return Math.PI;
  const [a, b] = expression.of.map(constant);
  return a === undefined || b === undefined ? undefined : INFIX[expression.op]?.(a, b);
}
