import type { Plan } from "../../plan.ts";
import { readQuantity } from "../../units.ts";
import type { Segment } from "../outline.ts";
import type { Subject } from "../subject.ts";
import { falls, waves } from "./falls.ts";

/** How far a plan reaches by plain numbers of steps. */
export interface Horizon {
  readonly path: string;
  readonly steps: number;
  /** Its last milestone, after which the run goes on, or the end of its decay. */
  readonly by: "milestone" | "decay";
}

/** Where the plan's decay ends, or its last milestone is; undefined where its times are not all plain numbers of steps. */
export function horizonOf(subject: Subject): Horizon | undefined {
  const { segments } = subject;
  if (!segments.every((one) => !one.clocked && timesOf(one.plan).every(isPlain)) || !partsArePlain(subject.plan)) {
    return undefined;
  }
  const ends = [...falls(subject), ...waves(subject)].map((one) => [one, one.natural] as const);
  const [decay, steps] = ends.reduce<readonly [Segment | undefined, number]>(
    (a, b) => (b[1] > a[1] ? b : a),
    [undefined, 0],
  );
  if (decay) return { path: decay.path, steps, by: "decay" };
  const milestones = segments.filter(({ plan }) => plan.kind === "piecewise");
  const [only] = milestones;
  const last = (only?.fields.at as number[] | undefined)?.at(-1);
  if (!only || last === undefined || milestones.length > 1) return undefined;
  return { path: only.path, steps: only.origin + last, by: "milestone" };
}

function timesOf(plan: Plan): readonly unknown[] {
  const { over, at = [], every } = plan as { over?: unknown; at?: readonly unknown[]; every?: unknown };
  return [over, every, ...at].filter((time) => time !== undefined);
}

function isPlain(time: unknown): boolean {
  const { count, unit } = readQuantity(time);
  return count >= 0 && (unit === "" || unit === "step");
}

/** Whether the times at which its parts end are plain too. */
function partsArePlain(plan: unknown): boolean {
  if (typeof plan !== "object" || plan === null) return true;
  return Object.entries(plan).every(([name, value]) => (name === "until" ? isPlain(value) : partsArePlain(value)));
}
