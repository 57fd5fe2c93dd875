import type { Need, Values } from "anneal-readers";
import type { FlagValues } from "../command.ts";
import { flagOf, knownRunOf } from "./flags.ts";

/** What a flag says about a need. */
export interface Fact {
  readonly name: string;
  readonly value: number;
  readonly flag: string;
}

/** What a fact of the run is called in programs and configurations, apart from what it is a field of. */
const CALLED = [
  [
    "steps",
    /^(?:num_|n_)?(?:max_|total_)?(?:num_)?(?:train(?:ing)?_)?(?:steps|updates)$|^(?:max|train)_iters?$|^t_total$/i,
  ],
  [
    "stepsPerEpoch",
    /^(?:num_|n_)?(?:(?:update|train(?:ing)?)_)?(?:steps|updates|batches)_per_epoch$|^epoch_length$|^len\((?!.*(?:val|test|eval|dev)).*(?:loader|_dl)\)$/i,
  ],
  ["base", /^(?:base_|init(?:ial)?_|peak_)?(?:lr|learning_rate)$/i],
] as const;

/** How many processes train together. */
const PROCESSES = /(?:^|\.)num_processes$/;

/** How many updates an epoch has, as a fact that was given by name says. */
export function perEpochAmong(values: Values): number | undefined {
  const [, called] = CALLED[1];
  const known = Object.entries(values).find(([name, value]) => typeof value === "number" && called.test(lastOf(name)));
  return known?.[1] as number | undefined;
}

/**
 * The needs that the run's flags answer, and that nobody has answered by name; `stepsPerEpoch` is what the source says
 * that an epoch has.
 */
export function factsFor(
  needs: readonly Need[],
  flags: FlagValues,
  values: Values,
  stepsPerEpoch?: number,
): readonly Fact[] {
  const run = knownRunOf(flags, stepsPerEpoch ?? perEpochAmong(values));
  const processes = flags.processes === undefined ? undefined : Number(flags.processes);
  return needs.flatMap(({ name, why, whole }): readonly Fact[] => {
    if (PROCESSES.test(name) && processes !== undefined && !Object.hasOwn(values, name)) {
      return [{ name, value: processes, flag: "--processes" }];
    }
    for (const [fact, called] of CALLED) {
      const value = run[fact];
      if (typeof value !== "number") continue;
      const flag = flagOf(fact);
      if (called.test(lastOf(name)) && !Object.hasOwn(values, name)) return [{ name, value, flag }];
      // What a parameter takes as a whole, and the text computes from what it does not have.
      const parameter = /\((\w+)\)$/.exec(why)?.[1];
      const isIt = called.test(parameter ?? "") || called.test(whole ?? "");
      if (whole !== undefined && isIt && !Object.hasOwn(values, whole)) return [{ name: whole, value, flag }];
    }
    return [];
  });
}

/** What a dotted name ends with; a call is one name. */
function lastOf(name: string): string {
  return /^len\(/.test(name)
    ? name
    : name
        .replace(/^.*[.]/, "")
        .replace(/^--/, "")
        .replaceAll("-", "_");
}
