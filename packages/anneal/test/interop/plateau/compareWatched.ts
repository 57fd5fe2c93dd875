import type { Given, Wrong } from "../support/results.ts";
import { deviationOf } from "../support/results.ts";
import type { Target } from "../targets/target.ts";
import type { PlateauCase } from "./cases.ts";

/** What a framework made of code that follows a metric, in a line, and what was called exact there and is not. */
export function compareWatched(
  { precision }: Target,
  cases: readonly PlateauCase[],
  given: readonly (Given | null)[],
): { readonly told: string; readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = [];
  let [exact, most, near, cut] = [0, 0, 0, 0];
  for (const [i, { plan, controller, written, expected }] of cases.entries()) {
    const rates = given[i];
    const fail = (what: string): void => {
      wrong.push({ subject: "plateau", what, plan: { plan, controller }, code: written.code });
    };
    if (written.code === "") continue;
    if (!rates || "failed" in rates) {
      fail(rates ? rates.failed : "not run");
      continue;
    }
    const deviation = deviationOf(rates, expected, precision);
    if (!written.exact) {
      near++;
      continue;
    }
    exact++;
    cut += expected.some((rate, at) => rate < (expected[at - 1] ?? rate)) ? 1 : 0;
    most = Math.max(most, deviation);
    if (!(deviation <= precision)) fail(`deviates by ${deviation}: ${written.notes.join("; ")}`);
  }
  const told = `${cases.length} plateaus, ${exact} exact (${cut} with cuts, to ${most.toExponential(1)}), ${near} near`;
  return { told, wrong };
}
