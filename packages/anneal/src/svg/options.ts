import { Problems } from "../error.ts";
import { type Fields, readFields, type Values } from "../field.ts";
import type { Functions } from "../kind.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import type { Theme } from "./theme.ts";

/** One curve of a picture. */
export interface DrawnPlan {
  /** What the legend calls it; curves of one name have one colour. */
  readonly name: string;
  readonly plan: Plan;
  /** The facts that the plan is read against. Default none. */
  readonly run?: Run;
  /** How many updates are drawn, 1e15 at most. Default the run's. */
  readonly steps?: number;
  /** The update at which its line begins. Default 0. */
  readonly from?: number;
  /** What its values are; curves of one name share an axis, and others stand below. Default `"learning rate"`. */
  readonly hyperparameter?: string;
  /** The functions that `custom` plans name. Default none. */
  readonly functions?: Functions;
  /** Whether it is drawn broad and pale, so that it shows below a curve that lies on it. Default false. */
  readonly broad?: boolean;
}

/** What {@link drawPlans} takes besides the curves. */
export interface DrawOptions {
  /** What stands above, and is read out in place of the picture. Default the curves' names, read out alone. */
  readonly title?: string;
  /** Whether values stand on a logarithmic scale; then what is below a millionth of the peak is left out. Default false. */
  readonly log?: boolean;
  /** What one step of the plans is. Default `"epoch"` where every run's `stepsPerEpoch` is 1, else `"step"`. */
  readonly unit?: "step" | "epoch";
  /** An update that a dashed line marks, such as one that training went on at. Default none. */
  readonly mark?: number;
  /** The width in pixels, 240 to 2000. Default 760. */
  readonly width?: number;
  /** The height in pixels, 160 to 2000. Default 400, and 240 more for each further hyperparameter, 2000 at most. */
  readonly height?: number;
  /** The colours; `"auto"` is light, and dark where the viewer is. Default `"auto"`. */
  readonly theme?: Theme;
  /** Says the picture's own words, such as "step", in another language; names and titles are as given. Default as they are. */
  readonly say?: (english: string) => string;
}

/** How many curves there may be: more could not be told apart. */
const MOST_CURVES = 100;

const curveFields: Fields<DrawnPlan> = {
  name: { type: "text", below: 10_001 },
  plan: { type: "plan" },
  run: { type: "plan", default: undefined },
  steps: { type: "number", above: 0, below: 1e15, default: undefined },
  from: { type: "number", from: 0, below: 1e15, default: 0 },
  hyperparameter: { type: "text", from: 1, below: 1001, default: "learning rate" },
  functions: { type: "plan", default: undefined },
  broad: { of: [true, false], default: false },
};

const optionFields: Fields<DrawOptions> = {
  title: { type: "text", from: 1, below: 10_001, default: undefined },
  log: { of: [true, false], default: false },
  unit: { of: ["step", "epoch"], default: undefined },
  mark: { type: "number", from: 0, below: 1e15, default: undefined },
  width: { type: "number", from: 240, below: 2001, default: 760 },
  height: { type: "number", from: 160, below: 2001, default: undefined },
  theme: { of: ["auto", "light", "dark"], default: "auto" },
  say: { type: "plan", default: undefined },
};

/** A curve with everything that it needs. */
export type Curve = Required<DrawnPlan>;

/** The curves and the options with their defaults, or a PlanError with every problem of them. */
export function readDrawn(
  curves: unknown,
  options: unknown,
): readonly [curves: readonly Curve[], options: Required<DrawOptions>] {
  const problems = new Problems();
  const walk = { problems, child: (_: unknown, value: unknown) => value };
  const fits = Array.isArray(curves) && curves.length > 0 && curves.length <= MOST_CURVES;
  if (!fits) problems.add("curves", `a list of 1 to ${MOST_CURVES} curves`, curves);
  const read = (fits ? curves : []).map((one, i): Values => {
    const values = readFields<Values>(walk, curveFields, one, `curves[${i}]`);
    const { run = {}, functions = {} } = values as Partial<DrawnPlan>;
    const steps = values.steps ?? (run as Run | null)?.steps;
    // What is wrong with a run is told where it is read.
    if (!(typeof steps === "number" && steps > 0))
      problems.add(`curves[${i}].steps`, "a number above 0, or run.steps", steps);
    return { ...values, run, functions, steps };
  });
  const chosen = readFields<Values>(walk, optionFields, options, "options");
  const { say = (english: string) => english } = chosen;
  if (typeof say !== "function") problems.add("options.say", "a function", say);
  problems.throwIfAny();
  return [read as unknown as readonly Curve[], { ...chosen, say } as unknown as Required<DrawOptions>];
}
