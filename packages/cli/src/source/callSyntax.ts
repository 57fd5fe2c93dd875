import { type Expression, type Node, parseExpressionAt } from "acorn";
import * as library from "anneal";
import { type Plan, PlanError, parsePlan } from "anneal";

/** What the library exports besides what makes plans. */
const NOT_PLANS = new Set(
  "format level time schedule parsePlan run batchRamp replay plateau greedy kerasPlateau optaxPlateau".split(" "),
);

/** What makes plans, by name: the library's own functions that give one, or a program of several. */
const MAKERS: ReadonlyMap<string, (...given: never[]) => unknown> = new Map(
  Object.entries(library)
    .filter(([name, value]) => /^[a-z]/.test(name) && typeof value === "function" && !NOT_PLANS.has(name))
    .map(([name, make]) => [name, make as (...given: never[]) => unknown]),
);

/** How deep values may stand in each other, and how many characters there may be. */
const [DEEPEST, LONGEST] = [64, 100_000] as const;

/**
 * Reads a plan as the library's users write it: `cosine({ from: "1x", to: 0, over: 100 })`, in calls of the library's
 * functions, objects, lists, numbers and texts. It is parsed and put together, and nothing of it is run.
 */
export function readCall(text: string): Readonly<Record<string, Plan>> {
  if (text.length > LONGEST) refuse(0, `at most ${LONGEST} characters`, `${text.length}`);
  let root: Expression;
  try {
    root = parseExpressionAt(text, 0, { ecmaVersion: 2022 });
  } catch (error) {
    const { pos = 0, message } = error as { readonly pos?: number; readonly message: string };
    return refuse(pos, 'a call such as cosine({ from: "1x", to: 0, over: 100 })', message.replace(/ \(\d+:\d+\)$/, ""));
  }
  if (!/^\s*;?\s*$/.test(text.slice(root.end))) refuse(root.end, "nothing after the call", text.slice(root.end).trim());
  const made = dataOf(root, 0, text);
  if (isObject(made) && !("kind" in made)) {
    return Object.fromEntries(Object.entries(made).map(([name, plan]) => [name, parsePlan(plan)]));
  }
  return { lr: parsePlan(made) };

  function refuse(at: number, expected: string, received: string): never {
    const before = text.slice(0, at).split("\n");
    const path = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    throw new PlanError([{ path, expected, received: received.slice(0, 80) }]);
  }

  function dataOf(node: Node, depth: number, source: string): unknown {
    const one = node as Expression | { readonly type: "SpreadElement"; readonly start: number; readonly end: number };
    const own = () => source.slice(one.start, one.end);
    if (depth > DEEPEST) refuse(one.start, `at most ${DEEPEST} levels`, own());
    if (one.type === "Literal" && (typeof one.value !== "object" || one.value === null)) return one.value;
    if (one.type === "TemplateLiteral" && one.expressions.length === 0) return one.quasis[0]?.value.cooked;
    if (one.type === "UnaryExpression" && (one.operator === "-" || one.operator === "+")) {
      const value = dataOf(one.argument, depth + 1, source);
      if (typeof value === "number") return one.operator === "-" ? -value : value;
    }
    if (one.type === "BinaryExpression") {
      const [a, b] = [one.left, one.right].map((side) => dataOf(side, depth + 1, source));
      const compute = ARITHMETIC[one.operator];
      if (typeof a === "number" && typeof b === "number" && compute) return compute(a, b);
    }
    if (one.type === "ArrayExpression") {
      return one.elements.map((entry) =>
        entry ? dataOf(entry, depth + 1, source) : refuse(one.start, "no gaps in a list", own()),
      );
    }
    if (one.type === "ObjectExpression") {
      const entries = one.properties.map((property): readonly [string, unknown] => {
        if (property.type !== "Property" || property.computed || property.kind !== "init" || property.method) {
          return refuse(property.start, "fields by name", source.slice(property.start, property.end));
        }
        const { key } = property;
        const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
        return [name, dataOf(property.value, depth + 1, source)];
      });
      return Object.fromEntries(entries);
    }
    if (one.type === "MemberExpression" && !one.computed && one.property.type === "Identifier") {
      const inside = dataOf(one.object, depth + 1, source);
      const { name } = one.property;
      if (isObject(inside) && Object.hasOwn(inside, name)) return inside[name];
      return refuse(one.property.start, "a part of what the call makes", name);
    }
    if (one.type === "CallExpression" && one.callee.type === "Identifier") {
      const { name } = one.callee;
      const make = MAKERS.get(name);
      if (!make) return refuse(one.callee.start, `one of ${[...MAKERS.keys()].join(", ")}`, JSON.stringify(name));
      const given = one.arguments.map((argument) => dataOf(argument, depth + 1, source));
      try {
        return make(...(given as never[]));
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        const { path, expected, received } = error.issues[0] as PlanError["issues"][number];
        const before = source.slice(0, one.start).split("\n");
        const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
        throw new PlanError([
          { path: `${place}, ${[name, path].filter(Boolean).join(".")}`, expected, received },
          ...error.issues.slice(1).map((issue) => ({ ...issue, path: `${place}, ${name}.${issue.path}` })),
        ]);
      }
    }
    return refuse(one.start, "a call, an object, a list, a number or a text", own());
  }
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "**": (a, b) => a ** b,
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
