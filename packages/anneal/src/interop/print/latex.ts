import { type Expression, type Operation, STEP } from "../expression/expression.ts";
import type { Formula } from "../formula.ts";

/** What variables are called, where it is not what they are called in code. */
const SYMBOLS: Readonly<Record<string, string>> = {
  t: "\\tau",
  cycle: "c",
  size: "s",
  rho: "\\rho",
  consumed: "u",
  length: "\\ell",
};

/** How tightly what is written holds together; readers differ in how tightly mod does. */
const RANKS: Readonly<Record<string, number>> = { "%": 0, "+": 1, "-": 1, expm1: 1, "*": 2, "/": 3, exp: 4, "**": 4 };

type Write = (...of: readonly string[]) => string;

const brackets: Write = (inside) => `\\left(${inside}\\right)`;
const named =
  (name: string): Write =>
  (...of) =>
    `\\${name}${brackets(of.join(", "))}`;

/** The operators that are written as what stands around their operands, and how tightly each operand must hold. */
const WRITTEN: Readonly<Record<string, readonly [Write, ...number[]]>> = {
  pi: [() => "\\pi"],
  "+": [(a, b) => `${a} + ${b}`, 1, 1],
  "-": [(a, b) => `${a} - ${b}`, 1, 2],
  "*": [(a, b) => `${a} \\cdot ${b}`, 2, 2],
  "/": [(a, b) => `\\frac{${a}}{${b}}`],
  "%": [(a, b) => `${a} \\bmod ${b}`, 3, 3],
  "**": [(a, b) => `${a}^{${b}}`, 5],
  exp: [(a) => `e^{${a}}`],
  expm1: [(a) => `e^{${a}} - 1`],
  log: [named("ln")],
  log1p: [(a) => named("ln")(`1 + ${a}`), 1],
  cos: [named("cos")],
  tanh: [named("tanh")],
  min: [named("min")],
  max: [named("max")],
  floor: [(a) => `\\left\\lfloor ${a} \\right\\rfloor`],
  ceil: [(a) => `\\left\\lceil ${a} \\right\\rceil`],
};

/** A formula in LaTeX: the equation, after those of the variables that it needs. */
export function latex({ expression }: Formula): string {
  const names = new Map<Expression, string>([[STEP, "t"]]);
  const equations: string[] = [];
  equations.push(`\\eta(t) &= ${write(expression)}`);
  return equations.length > 1
    ? `\\begin{aligned}\n${equations.join(" \\\\\n")}\n\\end{aligned}\n`
    : `${equations.join("").replace(" &=", " =")}\n`;

  function write(one: Expression, least = 0): string {
    // What is within a let is all that is written of it.
    const text = typeof one === "number" ? number(one) : operation(one, least);
    const rank = typeof one === "number" ? (/^-|\^/.test(text) ? 2 : 9) : (RANKS[one.op] ?? 9);
    return rank < least ? brackets(text) : text;
  }

  function operation(one: Operation, least: number): string {
    const { op, of, name = "", numbers = [] } = one;
    if (op === "variable") return names.get(one) as string;
    const [a = 0, b = 0, inside = 0] = of;
    const list = brackets(numbers.map(number).join(", "));
    if (op === "let") {
      const value = write(b);
      const plain = String((a as Operation).name).replace(/\d+$/, "");
      const symbol = SYMBOLS[plain] ?? (plain.length > 1 ? `\\mathrm{${plain}}` : plain);
      const taken = [...names.values()].filter((own) => own === symbol || own.startsWith(`${symbol}_`)).length;
      names.set(a, taken > 0 ? `${symbol}_{${taken + 1}}` : symbol);
      equations.push(`${names.get(a)} &= ${value}`);
      return write(inside, least);
    }
    if (op === "entry") return `${list}_{${write(a)}}`;
    if (op === "search") return `\\#\\{m \\in ${list} : m \\le ${write(a)}\\}`;
    if (op === "custom") return `\\operatorname{${name.replace(/\W|_/g, "\\ ")}}${brackets(write(a))}`;
    if (op === "choose") return cases(of);
    const [text = named(op), ...needed] = WRITTEN[op] ?? [];
    return text(...of.map((operand, i) => write(operand, needed[i])));
  }

  function cases([time = 0, ...rest]: readonly Expression[]): string {
    const count = (rest.length - 1) / 2;
    const rows = rest.slice(count).map((one, i) => {
      const when = i < count ? `\\text{if } ${write(time)} < ${write(rest[i] as Expression)}` : "\\text{otherwise}";
      return `${write(one)} & ${when}`;
    });
    return `\\begin{cases}\n${rows.join(" \\\\\n")}\n\\end{cases}`;
  }
}

/** A number with its power of ten. */
function number(value: number): string {
  const [digits, power] = (Math.abs(value) < 1e-3 && value ? value.toExponential() : String(value)).split("e");
  const ten = power && `10^{${Number(power)}}`;
  return !ten ? String(digits) : digits === "1" ? ten : `${digits} \\cdot ${ten}`;
}
