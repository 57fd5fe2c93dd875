import { Problems } from "../../error.ts";
import { isObject, type Values } from "../../field.ts";
import { apply, type Expression, type Operation, type Operator, STEP, variable } from "../expression/expression.ts";
import { FREE, isFree } from "./checkName.ts";

/** Those that have numbers. */
const READING: readonly unknown[] = ["search", "entry", "custom"];

/** The operators that are printed, by how many operands they have; `choose` has any even number from 4. */
const OPERATORS: readonly (readonly unknown[])[] = [
  ["pi"],
  ["exp", "expm1", "log", "log1p", "cos", "tanh", "floor", "ceil", ...READING],
  ["+", "-", "*", "/", "%", "**", "min", "max"],
  ["let"],
];

/**
 * The expression of a formula that may have come from anywhere, such as JSON: checked, and with one object for each
 * variable, which its name stands for.
 */
export function readFormula(formula: unknown): Expression {
  const problems = new Problems();
  const around = new Set<unknown>();
  const variables = new Map<unknown, Operation>([[STEP.name, STEP]]);
  const expression = isObject(formula)
    ? read(formula.expression, "formula.expression")
    : bad("formula", "an object with an expression", formula);
  problems.throwIfAny();
  return expression;

  function bad(path: string, expected: string, value: unknown): Expression {
    problems.add(path, expected, value);
    return 0;
  }

  function read(value: unknown, path: string): Expression {
    if (typeof value === "number" && Number.isFinite(value)) return value;
    // What contains itself has no end.
    if (!isObject(value) || around.has(value)) return bad(path, "a finite number or an operation", value);
    around.add(value);
    const own = operation(value, path);
    around.delete(value);
    return own;
  }

  function operation({ op, of, name, numbers }: Values, path: string): Expression {
    if (op === "variable") {
      return variables.get(name) ?? bad(`${path}.name`, "step or what is bound around it", name);
    }
    const count = op === "choose" ? 4 : OPERATORS.findIndex((row) => row.includes(op));
    if (count < 0) return bad(`${path}.op`, "an operator that is printed", op);
    const fits = Array.isArray(of) && (count === 4 ? of.length >= 4 && of.length % 2 === 0 : of.length === count);
    if (!fits) return bad(`${path}.of`, `a list of ${count}${count === 4 ? ", 6 or more" : ""} entries`, of);
    if (op === "let") return bound(of, path);
    const operands = of.map((one, i) => read(one, `${path}.of[${i}]`));
    const own = { op: op as Operator, of: operands };
    if (op === "custom" && typeof name !== "string") return bad(`${path}.name`, "a text", name);
    if (!READING.includes(op)) return own;
    const isList = Array.isArray(numbers) && numbers.every(Number.isFinite);
    return isList
      ? { ...own, name: name as string, numbers }
      : bad(`${path}.numbers`, "a list of finite numbers", numbers);
  }

  function bound([it, value, inside]: readonly unknown[], path: string): Expression {
    const { op, name } = Object(it) as Values;
    if (op !== "variable" || !isFree(name)) {
      return bad(`${path}.of[0].name`, FREE, name);
    }
    const own = variable(name);
    const first = read(value, `${path}.of[1]`);
    const before = variables.get(name);
    variables.set(name, own);
    const rest = read(inside, `${path}.of[2]`);
    variables.set(name, before as Operation);
    return apply("let", own, first, rest);
  }
}
