import fc from "fast-check";
import { kinds } from "../../src/plan.ts";
import { type Draw, drawn } from "./draw.ts";
import { drawTree } from "./plan.ts";
import { drawRun } from "./units.ts";

/** What should never be in a plan, and what is only strange there. */
const ODDITIES: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  -0,
  1e308,
  5e-324,
  "5",
  "0.1",
  "NaN",
  "1e999x",
  "-1x",
  "5 parsecs",
  "x".repeat(100_000),
  "rest",
  "last",
  "global",
  null,
  undefined,
  true,
  [],
  {},
  [[]],
  { plan: { kind: "constant", value: 1 } },
  { kind: "constant", value: 1, over: 3 },
  { kind: "shift", plan: { kind: "constant", value: "1x" }, by: 1 },
  { kind: "product", factors: [] },
  { kind: "sequence", parts: [] },
  { kind: "linear" },
  JSON.parse('{"__proto__":{"kind":"constant","value":1}}'),
];

/** Every field of every kind, and what an object may be attacked by. */
const NAMES = [
  ...new Set(Object.values(kinds).flatMap(({ fields }) => Object.keys(fields))),
  "kind",
  "version",
  "until",
  "clock",
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
];

/** A legal plan in which a few things were changed, and a run. */
export const damagedPlan: fc.Arbitrary<{ plan: unknown; run: Record<string, unknown> }> = drawn((draw) => {
  const facts = drawRun(draw);
  const root = JSON.parse(JSON.stringify({ plan: drawTree(draw, facts), run: facts }));
  for (let i = draw.integer(1, 3); i > 0; i--) damage(draw, draw.pick(nodesOf(root)));
  return root;
});

type Node = Record<string, unknown>;

/** Every object and every list in a tree. */
function nodesOf(data: unknown): Node[] {
  if (typeof data !== "object" || data === null) return [];
  return [data as Node, ...Object.values(data).flatMap(nodesOf)];
}

function damage(draw: Draw, node: Node): void {
  const keys = Object.keys(node);
  const names = Array.isArray(node) ? [String(node.length)] : NAMES;
  const key = draw.pick(keys.length === 0 || draw.oneIn(4) ? names : keys);
  const value = structuredClone(draw.oneIn(4) ? node : draw.pick(ODDITIES));
  if (draw.oneIn(4)) Reflect.deleteProperty(node, key);
  // As JSON.parse does it: "__proto__" becomes a field like any other.
  else Reflect.defineProperty(node, key, { value, configurable: true, enumerable: true, writable: true });
}

/** Data of any shape, with the names that plans use. */
export const anyData: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.anything({
    withBigInt: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
    withDate: true,
    withMap: true,
  }),
  fc.object({
    key: fc.constantFrom(...NAMES),
    values: [fc.constantFrom(...ODDITIES)],
    maxDepth: 5,
  }),
);
