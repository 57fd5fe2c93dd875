/**
 * Runs printed Python in Python: hundreds of random plans and every plan of the frozen table, in one process, against
 * `schedule`. Needs python3; with NumPy there the array form is run as well.
 *
 *     node --import tsx packages/anneal/test/interop/python.ts [plans]
 */
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { functions, type Plan, schedule } from "../../src/index.ts";
import { formula, numpy, print, python } from "../../src/interop/index.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { planInRun } from "../arbitrary/plan.ts";
import { PLANS } from "../frozen/plans.ts";
import { RUN } from "../frozen/run.ts";
import { isNear } from "../near.ts";
import { reference } from "../reference/read.ts";
import { wholeSteps } from "./steps.ts";

const RUNNER = `
import json, sys, warnings
warnings.simplefilter("ignore")
try:
    import numpy as np
except ImportError:
    np = None

def fading(t, args=()):
    every = args[0] if args else 10
    return 0.25 + 1 / (1 + np.minimum(t, 1e9) / (1 + abs(every))) if np else 0.25 + 1 / (1 + min(t, 1e9) / (1 + abs(every)))

def triangle(t, args=()):
    low, period = args if args else (0.5, 16)
    whole = 1 + min(abs(period), 1e9)
    return min(abs(low), 1e9) + abs(t % whole - whole / 2) / whole

def halvings(t, args):
    return args[1] + 0.5 ** (t // args[0])

functions = {"fading": fading, "triangle": triangle, "halvings": halvings}
out = []
for case in json.load(sys.stdin):
    scalar, array = {"functions": functions}, {"functions": functions}
    exec(case["python"], scalar)
    values = [float(scalar["learning_rate"](step)) for step in case["steps"]]
    vector = None
    if np:
        exec(case["numpy"], array)
        vector = np.broadcast_to(array["learning_rate"](np.array(case["steps"])), len(values)).tolist()
    out.append([values, vector])
print(json.dumps(out).replace("NaN", "null"))
`;

const halvings = (t: number, [every = 1, floor = 0]: readonly number[]) => floor + 0.5 ** Math.floor(t / every);
const own = { ...functions, ...FUNCTIONS, halvings };
const random = fc.sample(planInRun, { numRuns: Number(process.argv[2] ?? 600), seed: Date.now() % 2 ** 31 });
const frozen = Object.entries(PLANS).filter(([name]) => !name.startsWith("noise"));
// Its power is beyond what Python computes.
const growing: Plan = { kind: "clamp", plan: { kind: "exponential", from: 1e-5, factor: 1.05, every: 1 }, max: 0.1 };
const cases = [...random, ...[growing, ...frozen.map(([, plan]) => plan)].map((plan) => ({ plan, run: RUN }))].map(
  ({ plan, run }) => {
    const printed = formula(plan, run, { functions: own });
    const steps = wholeSteps(plan, run);
    return { plan, run, steps, python: print(printed, python), numpy: print(printed, numpy) };
  },
);

const ran = spawnSync(process.env.PYTHON ?? "python3", ["-c", RUNNER], {
  input: JSON.stringify(cases.map(({ steps, python, numpy }) => ({ steps, python, numpy }))),
  encoding: "utf8",
  maxBuffer: 2 ** 30,
});
if (ran.status !== 0) throw new Error(ran.error?.message ?? ran.stderr);

let compared = 0;
let arrays = 0;
const wrong: string[] = [];
(JSON.parse(ran.stdout) as [number[], number[] | null][]).forEach(([values, vector], i) => {
  const { plan, run, steps, ...code } = cases[i] as (typeof cases)[number];
  const lr = schedule(plan, run, { functions: own });
  steps.forEach((step, k) => {
    const expected = { value: lr(step), scale: reference(plan, run, step, own).scale };
    compared++;
    if (vector) arrays++;
    if (!isNear(values[k] ?? Number.NaN, expected))
      wrong.push(`step ${step}: ${values[k]}, not ${lr(step)}\n${code.python}`);
    if (vector && !isNear(vector[k] ?? Number.NaN, expected))
      wrong.push(`step ${step}: ${vector[k]}, not ${lr(step)}\n${code.numpy}`);
  });
});
console.log(wrong.slice(0, 3).join("\n"));
console.log(`${cases.length} plans, ${compared} values in Python, ${arrays} in NumPy: ${wrong.length} differ`);
process.exit(wrong.length > 0 ? 1 : 0);
