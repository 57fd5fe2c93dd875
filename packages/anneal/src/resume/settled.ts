import { refuse } from "../error.ts";
import type { Field } from "../field.ts";
import { mapValues } from "../mapValues.ts";
import { kinds, type Plan } from "../plan.ts";
import { type Facts, type Level, nearWhole, resolve } from "../units.ts";

/** From which facts a plan is carried to which, and how many times as long it takes there. */
interface Move {
  readonly from: Facts;
  readonly to: Facts;
  readonly stretch: number;
}

/** Only the function itself knows what it would be over a longer time. */
const STRETCHED = "a plan that can be stretched (a function cannot: keep or replace it)";

/**
 * The same curve in a run with other facts, `stretch` times as long: times and levels that would mean something else
 * there are told in steps and in values. `"rest"` stays; {@link enclosed} says how much it is.
 */
export function settled(plan: Plan, from: Facts, to: Facts, stretch = 1): Plan {
  return carried(plan, { from, to, stretch });
}

function carried(plan: Plan, move: Move): Plan {
  const { from, to, stretch } = move;
  const { kind } = plan;
  if (kind === "clock") {
    const fact = plan.unit === "tokens" ? "tokensPerStep" : "samplesPerStep";
    const [was, is] = [from[fact], to[fact]];
    if (stretch === 1 && JSON.stringify(was) === JSON.stringify(is)) {
      return {
        ...plan,
        plan: carried(plan.plan, { ...move, from: { ...from, clock: was }, to: { ...to, clock: is } }),
      };
    }
    // The clock of another batch size is told in steps, which are so many samples each.
    if (typeof was !== "number") refuse(`run.${fact}`, "one number, to carry a clock over", was);
    return carried(plan.plan, { from: { ...from, clock: was }, to, stretch: stretch / (was as number) });
  }
  if (stretch !== 1 && kind === "custom") refuse("name", STRETCHED, plan.name);
  // What it counts in is stretched too, also where it is not said.
  const own = kind === "logarithmic" ? { every: 1, ...plan } : plan;
  const { inclusive, ...fields } = own as Plan & { readonly inclusive?: boolean; readonly over?: unknown };
  if (inclusive && stretch !== 1) {
    // It takes one step less, however long it is stretched.
    const { over, to: end } = fields as { readonly over: unknown; readonly to: Level };
    if (over !== "rest") {
      const steps = Math.max((resolve("time", over, from) as number) - 1, 0);
      return carried({ ...fields, over: steps } as Plan, move);
    }
    const held = carried({ kind: "constant", value: end }, move);
    return { kind: "sequence", parts: [carried(fields as Plan, move), { ...held, over: stretch } as Plan] };
  }
  const table = kinds[kind].fields as Readonly<Record<string, Field>>;
  return mapValues(own as unknown as Record<string, unknown>, (value, name) => {
    if (kind === "shift" && name === "by") return (value as number) * stretch;
    const field = table[name];
    return field ? moved(field, value, move) : value;
  }) as unknown as Plan;
}

function moved(field: Field, value: unknown, move: Move): unknown {
  if (Array.isArray(value)) return value.map((entry) => moved(field, entry, move));
  const { type } = field;
  if (type === "plan") {
    if ("kind" in (value as object)) return carried(value as Plan, move);
    return mapValues(value as Record<string, unknown>, (own, name) => {
      const inner = field.fields?.[name];
      return inner ? moved(inner, own, move) : own;
    });
  }
  if ((type !== "time" && type !== "level") || value === field.open || value === undefined) return value;
  const { from, to, stretch } = move;
  const was = resolve(type, value, from) as number;
  const is = type === "time" ? nearWhole(was * stretch) : was;
  return resolve(type, value, to) === is ? value : is;
}
