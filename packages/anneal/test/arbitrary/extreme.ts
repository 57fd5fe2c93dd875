import type fc from "fast-check";
import { type Field, misfit } from "../../src/field.ts";
import type { Run } from "../../src/index.ts";
import { kinds } from "../../src/plan.ts";
import { type Draw, drawn } from "./draw.ts";
import { ARGUMENTS } from "./functions.ts";

const COMMON = [0, 0.1, 0.5, 1, 2, 3, 10, 100];
const EXTREME = [
  5e-324,
  1e-308,
  1e-300,
  1e-9,
  1 - 2 ** -53,
  1 + 2 ** -52,
  1.000001,
  1e3,
  1e9,
  1e15,
  1e300,
  Number.MAX_VALUE,
];
const UNITS = ["", " steps", " epochs", "%", " samples", " tokens"];

/** A number that a field accepts, of everyday size or at the edge of what numbers are. */
function drawNumber(draw: Draw, field: Field): number {
  const some = draw.oneIn(3) ? EXTREME : COMMON;
  const all = [...some, ...some.map((number) => -number)].filter((number) => misfit(field, number) === undefined);
  return all.length > 0 ? draw.pick(all) : 1;
}

function drawField(draw: Draw, field: Field, depth: number, plain: boolean): unknown {
  const { type, of, open, fields } = field;
  if (of) return draw.pick(of);
  if (fields && draw.oneIn(2)) return drawObject(draw, fields, depth, plain);
  if (type === "plan") return drawAny(draw, depth - 1, plain);
  const number = drawNumber(draw, field);
  if (type === "number") return number;
  if (type === "time") return open && draw.oneIn(5) ? "rest" : withUnit(number, draw.pick(UNITS));
  return open && draw.oneIn(5) && !plain ? "last" : withUnit(number, plain || draw.oneIn(2) ? "" : "x");
}

function withUnit(number: number, unit: string): unknown {
  return unit === "" ? number : `${number}${unit}`;
}

type Table = Readonly<Record<string, Field>>;

function drawObject(draw: Draw, table: Table, depth: number, plain: boolean): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(table)) {
    if ("default" in field && draw.oneIn(2)) continue;
    const length = field.as ? (object[field.as] as unknown[]).length : draw.integer(field.least ?? 0, 3);
    const list = Array.from({ length }, (_, i) => {
      return field.list ? drawField(draw, field, depth, plain || (field.plain === true && i > 0)) : 0;
    });
    if (field.increasing)
      object[name] = [...new Set(list.map((value) => Number.parseFloat(String(value))))].sort((a, b) => a - b);
    else object[name] = field.list ? list : drawField(draw, field, depth, plain);
  }
  return object;
}

/** What a function returns is its own affair: it is called with what it was made for. */
function drawCustom(draw: Draw): unknown {
  const name = draw.pick(Object.keys(ARGUMENTS));
  return { kind: "custom", name, args: ARGUMENTS[name] };
}

/** Any kind by its own table of fields, so that a kind that is new is here as well. */
function drawAny(draw: Draw, depth: number, plain: boolean): unknown {
  const leaves = Object.keys(kinds).filter((kind) => !isWrapper(kind));
  const kind = draw.pick(depth > 0 ? Object.keys(kinds) : leaves);
  return kind === "custom" ? drawCustom(draw) : { kind, ...drawObject(draw, tableOf(kind), depth, plain) };
}

const tableOf = (kind: string): Table => kinds[kind as keyof typeof kinds].fields as Table;
const isWrapper = (kind: string) => Object.values(tableOf(kind)).some(({ type }) => type === "plan");

function drawBatch(draw: Draw): (Run["samplesPerStep"] & object) | number {
  const [from, ...to] = [1, 2, 3].map(() => drawNumber(draw, { type: "number", above: 0 })) as [number, number, number];
  const at = [draw.pick([0.5, 3]), draw.pick([4, 100])];
  return draw.oneIn(3) ? { from, at, to } : from;
}

/** A plan whose every field is legal by itself and often extreme, and such a run: nothing says that they fit. */
export const extremePlan: fc.Arbitrary<{ plan: unknown; run: Run }> = drawn((draw) => {
  const positive: Field = { type: "number", above: 0 };
  const [steps, stepsPerEpoch] = [drawNumber(draw, positive), drawNumber(draw, positive)];
  const batches = { samplesPerStep: drawBatch(draw), tokensPerStep: drawBatch(draw) };
  const run = { steps, stepsPerEpoch, base: drawNumber(draw, { type: "number" }), ...batches };
  return { plan: drawAny(draw, draw.integer(0, 3), false), run };
});
