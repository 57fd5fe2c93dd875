import type { Plan, PlanError, Run } from "anneal";

/** What there is instead of an amount where the parts beside one that takes the rest are too long. */
const SHORT = /^an amount: the rest is -(\d.*)$/;

/** Says of a part that takes the rest what leaves nothing for it; nothing of other problems. */
export function noRoom({ path, expected }: PlanError["issues"][number], plan: Plan, run: Run): string | undefined {
  const lacking = SHORT.exec(expected)?.[1];
  const [, around = "", own] = /^(.*?)parts\[(\d+)\](?:\.over)?$/.exec(path) ?? [];
  if (lacking === undefined || own === undefined) return undefined;
  const { length } = partsAt(plan, around);
  // What a sequence in a sequence leaves is what all of the other parts leave of the run.
  const isWhole = /^(?:parts\[\d+\]\.)*$/.test(around) && typeof run.steps === "number";
  const isNested = around !== "" && isWhole;
  const others = length === 2 && !isNested ? `${around}parts[${1 - Number(own)}] takes` : "the other parts take";
  const short = Number(lacking);
  const what = isWhole
    ? `${Number(((run.steps as number) + short).toPrecision(12))} steps and the run has ${run.steps}`
    : `${Number(short.toPrecision(12))} steps more than there are`;
  return `${path}: nothing is left for "rest": ${others} ${what}`;
}

/** The parts of the sequence that a path leads to. */
function partsAt(plan: Plan, path: string): readonly unknown[] {
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const found = steps.reduce<unknown>((inner, name) => Object(inner)[name], plan);
  return Object(found).parts ?? [];
}
