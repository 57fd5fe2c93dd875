import { type Expression, type Node, parseExpressionAt } from "acorn";
import { type Plan, PlanError, parsePlan } from "anneal";
import { nearest } from "anneal-readers/nearest";
import { MAKERS } from "./makers.ts";
import { placesIn } from "./place.ts";
import { at, type PlaceOf, placed } from "./placed.ts";
import { nodeIn } from "./placeInCall.ts";

/** How deep values may stand in each other, and how many characters there may be. */
const [DEEPEST, LONGEST] = [64, 100_000] as const;

/** What a call makes, by hyperparameter, and where in its text that stands. */
export interface ReadCall {
  readonly program: Readonly<Record<string, Plan>>;
  readonly placeOf: PlaceOf;
}

/**
 * Reads a plan as the library's users write it: `cosine({ from: "1x", to: 0, over: 100 })`, in calls of the library's
 * functions, objects, lists, numbers and texts. It is parsed and put together, and nothing of it is run.
 */
export function readCall(text: string): ReadCall {
  const placeAt = placesIn(text);
  if (text.length > LONGEST) refuse(0, `at most ${LONGEST} characters`, `${text.length}`);
  let root: Expression;
  try {
    root = parseExpressionAt(text, 0, { ecmaVersion: 2022 });
  } catch (error) {
    const { pos = 0, message } = error as { readonly pos?: number; readonly message: string };
    const received = pos >= text.trimEnd().length ? "the end of the text" : message.replace(/ \(\d+:\d+\)$/, "");
    return refuse(pos, 'a call such as cosine({ from: "1x", to: 0, over: 100 })', received);
  }
  if (!/^\s*;?\s*$/.test(text.slice(root.end))) refuse(root.end, "nothing after the call", text.slice(root.end).trim());
  const made = dataOf(root, 0);
  const placeOf: PlaceOf = (path, key) => placeAt(nodeIn(root, path, key).start);
  if (isObject(made) && !("kind" in made)) {
    const plans = Object.entries(made).map(([name, plan]) => [name, checked(plan, name)] as const);
    return { program: Object.fromEntries(plans), placeOf };
  }
  // The plan is all of the text, whatever it is the plan of.
  const bare: PlaceOf = (path, key) => placeOf(path.replace(/^lr\.?/, ""), key);
  return { program: { lr: checked(made, "") }, placeOf: bare };

  function checked(plan: unknown, name: string): Plan {
    try {
      return parsePlan(plan);
    } catch (error) {
      throw error instanceof PlanError ? placed(error, placeOf, name) : error;
    }
  }

  function refuse(offset: number, expected: string, received: string): never {
    throw new PlanError([{ path: at(placeAt(offset), ""), expected, received: received.slice(0, 80) }]);
  }

  function dataOf(node: Node, depth: number): unknown {
    const one = node as Expression | { readonly type: "SpreadElement"; readonly start: number; readonly end: number };
    const own = () => text.slice(one.start, one.end);
    if (depth > DEEPEST) refuse(one.start, `at most ${DEEPEST} levels`, own());
    if (one.type === "Literal" && (typeof one.value !== "object" || one.value === null)) return one.value;
    if (one.type === "TemplateLiteral" && one.expressions.length === 0) return one.quasis[0]?.value.cooked;
    if (one.type === "UnaryExpression" && (one.operator === "-" || one.operator === "+")) {
      const value = dataOf(one.argument, depth + 1);
      if (typeof value === "number") return one.operator === "-" ? -value : value;
    }
    if (one.type === "BinaryExpression") {
      const [a, b] = [one.left, one.right].map((side) => dataOf(side, depth + 1));
      const compute = ARITHMETIC[one.operator];
      if (typeof a === "number" && typeof b === "number" && compute) return compute(a, b);
    }
    if (one.type === "ArrayExpression") {
      return one.elements.map((entry) =>
        entry ? dataOf(entry, depth + 1) : refuse(one.start, "no gaps in a list", own()),
      );
    }
    if (one.type === "ObjectExpression") {
      const entries = one.properties.map((property): readonly [string, unknown] => {
        if (property.type !== "Property" || property.computed || property.kind !== "init" || property.method) {
          return refuse(property.start, "fields by name", text.slice(property.start, property.end));
        }
        const { key } = property;
        const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
        return [name, dataOf(property.value, depth + 1)];
      });
      return Object.fromEntries(entries);
    }
    if (one.type === "MemberExpression" && !one.computed && one.property.type === "Identifier") {
      const inside = dataOf(one.object, depth + 1);
      const { name } = one.property;
      if (isObject(inside) && Object.hasOwn(inside, name)) return inside[name];
      return refuse(one.property.start, "a part of what the call makes", name);
    }
    if (one.type === "CallExpression" && one.callee.type === "Identifier") {
      const { name } = one.callee;
      const make = MAKERS.get(name) ?? unknown(name, one.callee.start);
      const given = one.arguments.map((argument) => dataOf(argument, depth + 1));
      try {
        return make(...(given as never[]));
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        const placeOf: PlaceOf = (path, key) => placeAt(nodeIn(one, path, key).start);
        const { issues } = placed(error, placeOf);
        throw new PlanError(issues.map((issue) => ({ ...issue, path: under(name, issue.path) })));
      }
    }
    return refuse(one.start, "a call, an object, a list, a number or a text", own());
  }

  function unknown(name: string, offset: number): never {
    const near = nearest(name, [...MAKERS.keys()]);
    return near === undefined
      ? refuse(offset, `one of ${[...MAKERS.keys()].join(", ")}`, name)
      : refuse(offset, "a kind or a recipe of the library", `${name}; did you mean ${near}?`);
  }
}

/** A path with its place, under the name of what is called. */
function under(name: string, path: string): string {
  return path.replace(/^(line \d+, column \d+)(?:, )?(.*)$/, (_, place: string, rest: string) => {
    return `${place}, ${name}${rest && `.${rest}`}`;
  });
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
