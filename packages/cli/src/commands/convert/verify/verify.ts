import type { Curve } from "../../../source/curves.ts";
import { UsageError } from "../../../usageError.ts";
import { type Deviations, deviations } from "./deviations.ts";
import { runners } from "./runners.ts";
import { runPython } from "./runPython.ts";

/** What verifying takes besides the curve and the code. */
export interface VerifyOptions {
  readonly python: string;
  readonly seconds: number;
  readonly name: string | undefined;
  /** How many updates the run has. */
  readonly steps: number;
}

/** What a framework made of the code. */
export interface Verified extends Deviations {
  /** The framework and its version. */
  readonly ran: string;
  /** How many updates were compared: the first ones. */
  readonly updates: number;
  /** How many updates the run has. */
  readonly steps: number;
}

/** How many updates are compared at most. */
const MOST = 100_000;

/** Runs written code in its framework and compares it with the curve, or says why that cannot be done. */
export async function verify(target: string, code: string, curve: Curve, options: VerifyOptions): Promise<Verified> {
  const runner = runners.get(target);
  const { python, seconds, name, steps } = options;
  if (!runner)
    throw new UsageError(`no verification for ${target}: there is one for ${[...runners.keys()].join(", ")}`);
  const updates = Math.min(steps, MOST);
  const base = curve.run.base ?? 1;
  const { sources, needs, tolerance } = runner;
  const given = { sources, code, name: name ?? null, base, steps, updates };
  const answer = await runPython(python, given, seconds);
  if ("missing" in answer) {
    const [, framework = answer.missing] = needs.find(([module]) => answer.missing.split(".")[0] === module) ?? [];
    throw new UsageError(`not verified: ${framework} is not installed in ${python}; name another with --python`);
  }
  if ("failed" in answer) throw new UsageError(`not verified: ${answer.failed}`);
  return { ran: answer.ran, updates, steps, ...deviations(curve.at, answer.rates, tolerance) };
}
