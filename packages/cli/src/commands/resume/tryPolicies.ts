import { type Functions, type Plan, PlanError, type Program, type SchedulerState, schedule, type Time } from "anneal";
import { extend, keep, type Policy, type RewarmOptions, replace, rescale, rewarm, splice } from "anneal/resume";
import { scaledFrom } from "../../source/controlled.ts";

/** One hyperparameter of one group as it goes on under a policy. */
export interface Continued {
  readonly hyperparameter: string;
  readonly group: number;
  /** The rate that the next update would have had. */
  readonly before: number;
  /** The rate that it has. */
  readonly after: number;
  readonly jump: { readonly absolute: number; readonly ratio: number | null };
  /** The rate of the run's last update; none where the run does not say how long it is. */
  readonly final: number | null;
  /** The sum of the rates of all updates that are left. */
  readonly area: number | null;
  readonly plan: Plan;
  at(step: number): number;
}

/** What a policy makes, or why it makes nothing. */
export interface Tried {
  readonly name: string;
  readonly state?: SchedulerState;
  readonly refused?: string;
  readonly curves: readonly Continued[];
}

/** Every policy, with the options of those that have some. */
export function policiesFor(options: RewarmOptions): ReadonlyMap<string, Policy> {
  return new Map(Object.entries({ keep, replace, rescale, extend, splice, rewarm: rewarm(options) }));
}

/** How long rewarm climbs, where nobody says it. */
export const REWARM: Time = "1%";

/** Tries policies on two states. */
export function tryPolicies(
  policies: ReadonlyMap<string, Policy>,
  saved: SchedulerState,
  own: SchedulerState,
  functions: Functions,
): readonly Tried[] {
  const kept = curvesIn(keep(saved, own, functions), functions);
  return [...policies].map(([name, policy]): Tried => {
    try {
      const state = policy(saved, own, functions);
      const { position, run } = state;
      const curves = curvesIn(state, functions).map((curve): Continued => {
        const old = kept.find((one) => one.key === curve.key && one.group === curve.group);
        const [before, after] = [old?.at(saved.position) ?? Number.NaN, curve.at(position)];
        const end = run.steps === undefined ? undefined : Math.max(run.steps, position);
        return {
          hyperparameter: curve.key,
          group: curve.group,
          before,
          after,
          jump: { absolute: after - before, ratio: before > 0 ? after / before : null },
          final: end === undefined ? null : curve.at(Math.max(Math.ceil(end) - 1, position)),
          area: end === undefined ? null : areaOf(curve.at, position, end),
          plan: curve.plan,
          at: curve.at,
        };
      });
      return { name, state, curves };
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return { name, refused: error.issues.map(inFlags).join("; "), curves: [] };
    }
  });
}

/** A problem in the words of the command line, where it is a fact of the old run or of the new one. */
function inFlags({ path, expected, received }: PlanError["issues"][number]): string {
  if (received === "undefined" && path === "state.run.steps") return "--steps: how long was the run?";
  if (received === "undefined" && path === "run.steps") return "--with steps=…: how long is the run to be?";
  const named = path === "state.run.steps" ? "--steps" : path === "run.steps" ? "--with steps" : path;
  return `${named && `${named}: `}expected ${expected}, received ${received}`;
}

interface Curve {
  readonly key: string;
  readonly group: number;
  readonly plan: Plan;
  at(step: number): number;
}

/** The curves of a state, with the scales of its controllers. */
export function curvesIn({ program, run, bases, controllers }: SchedulerState, functions: Functions): readonly Curve[] {
  return Object.entries(bases).flatMap(([key, list]) =>
    list.map((base, group): Curve => {
      const plan = scaledFrom(planOf(program, key, group), 0, scaleOf(controllers, key, group));
      return { key, group, plan, at: schedule(plan, { ...run, base }, { functions }) };
    }),
  );
}

/** What the controllers of a state have come to in a group. */
export function scaleOf(controllers: SchedulerState["controllers"], key: string, group: number): number {
  const own = Object.hasOwn(controllers, key) ? controllers[key] : undefined;
  return (own ?? []).reduce((all, { scales }) => all * (scales[group] ?? 1), 1);
}

/** The plan of a group. */
export function planOf(program: Program, key: string, group: number): Plan {
  const value = program[key] as Program[string];
  const plans =
    "kind" in value || Array.isArray(value) ? value : (value as { readonly plan: Plan | readonly Plan[] }).plan;
  return (Array.isArray(plans) ? plans[group] : plans) as Plan;
}

/** How many updates are read of a long rest. */
const MOST = 2_000_000;

function areaOf(at: (step: number) => number, from: number, end: number): number {
  const count = Math.max(Math.ceil(end - from), 0);
  const every = Math.max(Math.ceil(count / MOST), 1);
  let [sum, read] = [0, 0];
  for (let i = 0; i < count; i += every, read++) sum += at(from + i);
  return read === 0 ? 0 : (sum / read) * count;
}
