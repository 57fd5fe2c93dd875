import { Problems, refuse } from "../../error.ts";
import { isObject } from "../../field.ts";
import { oneOf } from "../../nearest.ts";
import type { Driven, Program } from "../../scheduler/program.ts";
import type { Logs } from "./fitCallback.ts";

/** The metric that a controller watches, and where it says so. */
export interface Monitor {
  readonly path: string;
  readonly name: string | undefined;
}

/** What the controllers of a program watch. */
export function monitorsOf(program: Program): Monitor[] {
  return Object.entries(program).flatMap(([key, value]) => {
    if (!isObject(value) || !("controllers" in value)) return [];
    const { controllers = [] } = value as Partial<Driven>;
    return [controllers].flat().map(({ monitor }, i) => {
      return { path: `${key}.controllers${Array.isArray(controllers) ? `[${i}]` : ""}.monitor`, name: monitor };
    });
  });
}

/** Refuses monitors that fit has no metric for. */
export function checkMonitors(monitors: readonly Monitor[], metrics: readonly string[]): void {
  const problems = new Problems();
  for (const { path, name } of monitors) {
    if (metrics.includes(name as string)) continue;
    const validates = metrics.some((metric) => metric.startsWith("val_"));
    problems.add(path, `${oneOf(metrics, name)}${validates ? "" : ", or val_ ones with validationData"}`, name);
  }
  problems.throwIfAny();
}

/** Reads the metric of an epoch as a number; undefined when there is none because the fit was `stopped`. */
export async function readMonitor({ path, name }: Monitor, logs: Logs, stopped: boolean): Promise<number | undefined> {
  const metric = await readLog(logs, name as string);
  return metric === undefined && !stopped ? refuse(path, oneOf(Object.keys(logs), name), name) : metric;
}

/** A logged value as a number: TensorFlow.js may not have read it yet. */
export async function readLog(logs: Logs, name: string): Promise<number | undefined> {
  const value = Object.hasOwn(logs, name) ? logs[name] : undefined;
  if (typeof value === "number" || value === undefined) return value;
  return (await (value as { data(): Promise<ArrayLike<number>> }).data())[0];
}
