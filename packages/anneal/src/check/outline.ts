import { type BatchSize, consumed } from "../consumed.ts";
import { Problems } from "../error.ts";
import { readFields, type Values } from "../field.ts";
import type { Child, Functions } from "../kind.ts";
import { kinds, type Plan } from "../plan.ts";
import { readPlan } from "../readPlan.ts";
import { type Facts, nearWhole } from "../units.ts";

/** A plan without plans inside, or with cycles of one, placed in the run. All times are steps of the run. */
export interface Segment {
  readonly plan: Plan;
  readonly path: string;
  /** Its fields with times as steps of its own clock and levels as values; NaN is `"rest"` or `"last"`. */
  readonly fields: Values;
  /** Where its own clock begins. */
  readonly origin: number;
  /** From where to where it is read. */
  readonly start: number;
  readonly end: number;
  /** Where it ends by itself; Infinity for what never does. */
  readonly natural: number;
  /** The kinds around it that change its values: products, sums and clamps. */
  readonly inside: readonly Plan["kind"][];
  /** Whether a part comes after it. */
  readonly followed: boolean;
  /** Whether its times are samples or tokens. */
  readonly clocked: boolean;
}

interface Place extends Omit<Segment, "plan" | "path" | "fields" | "natural"> {
  readonly facts: Facts;
  /** What `"rest"` is, on the plan's own clock. */
  readonly room: number;
  /** From the plan's clock to the steps of the run. */
  steps(time: number): number;
}

/** Every segment of a plan in a run, in the order in which they stand in the plan. The plan was checked before. */
export function outline(root: Plan, facts: Facts, functions: Functions): readonly Segment[] {
  const segments: Segment[] = [];
  const around = { inside: [], followed: false, clocked: false };
  const room = facts.steps ?? Number.NaN;
  walk(root, "", { ...around, origin: 0, start: 0, end: 1 / 0, facts, room, steps: (time) => time });
  return segments;

  function lengthOf(plan: Plan, facts: Facts): number {
    return (readPlan(plan, "", new Problems(), facts, functions) as Child).length();
  }

  function walk(plan: Plan, path: string, place: Place): void {
    const { origin, start, end, inside, facts, room, steps } = place;
    const join = (name: string) => (path ? `${path}.${name}` : name);
    if (plan.kind === "sequence") {
      walkParts(plan.parts, join("parts"), place);
    } else if (plan.kind === "product" || plan.kind === "sum") {
      const [name, plans] = plan.kind === "sum" ? ["terms", plan.terms] : ["factors", plan.factors];
      plans.forEach((one, i) => {
        walk(one, join(`${name}[${i}]`), { ...place, inside: [...inside, plan.kind] });
      });
    } else if (plan.kind === "clamp") {
      // A floor of 0 changes nothing.
      const changes = plan.min || plan.max !== undefined;
      walk(plan.plan, join("plan"), { ...place, inside: changes ? [...inside, plan.kind] : inside });
    } else if (plan.kind === "shift") {
      walk(plan.plan, join("plan"), { ...place, origin: origin - plan.by, room: room + plan.by });
    } else if (plan.kind === "clock") {
      const clock = facts[plan.unit === "tokens" ? "tokensPerStep" : "samplesPerStep"] as BatchSize;
      walk(plan.plan, join("plan"), {
        ...place,
        facts: { ...facts, clock },
        room: consumed(clock, room),
        // A clock begins with the run; what shifts it is counted in steps.
        origin: 0,
        start: consumed(clock, start - origin),
        end: consumed(clock, end - origin),
        clocked: true,
        steps: (amount) => origin + nearWhole(consumed(clock, amount, true)),
      });
    } else {
      const { fields: table } = kinds[plan.kind];
      const problems = new Problems();
      const fields = readFields({ problems, facts }, { kind: { of: [plan.kind] }, ...table } as never, plan, "");
      if (Number.isNaN(fields.over)) fields.over = room;
      const length = Number.isNaN(lengthOf(plan, facts)) ? room : lengthOf(plan, facts);
      const [from, to, first, natural] = [start, end, origin, origin + length].map(steps) as [
        number,
        number,
        number,
        number,
      ];
      segments.push({ ...place, plan, path, fields, origin: first, start: from, end: to, natural });
    }
  }

  function walkParts(
    parts: Extract<Plan, { kind: "sequence" }>["parts"],
    path: string,
    { origin, start: from, end: to, room, ...place }: Place,
  ): void {
    const all = parts.map((part) => {
      const { plan, until, clock } = "plan" in part && !("kind" in part) ? part : { plan: part as Plan };
      const problems = new Problems();
      const table = { until: { type: "time", default: undefined } } as const;
      const { until: fixed } = readFields({ problems, facts: place.facts }, table as never, { until }, "");
      const length = lengthOf(plan, place.facts);
      return { plan, until: fixed as number | undefined, global: clock === "global", length };
    });
    // As the sequence itself places them: what takes the rest ends where the parts after it still fit.
    const latest: number[] = [];
    all.reduceRight((end, { until = end, global, length }, i) => {
      latest[i] = until;
      return until - (global ? 1 / 0 : length);
    }, room);
    let start = 0;
    all.forEach(({ plan, until, global, length }, i) => {
      const own = global ? 0 : start;
      const natural = own + length;
      const end = until ?? (natural >= 0 ? natural : (latest[i] as number));
      const last = i === all.length - 1;
      const part = "kind" in (parts[i] as object) ? "" : ".plan";
      walk(plan, `${path}[${i}]${part}`, {
        ...place,
        origin: origin + own,
        start: Math.max(from, origin + start),
        end: last && until === undefined ? to : Math.min(to, origin + end),
        room: (end === 1 / 0 ? room : end) - own,
        followed: place.followed || !last,
      });
      start = end;
    });
  }
}
