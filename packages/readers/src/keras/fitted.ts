import { callsNamed } from "../callsNamed.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Found } from "../reading.ts";
import type { Call } from "../value.ts";

/** A schedule with how long `fit(…, epochs=…)` trains, where all calls of it say the same. */
export function fitted(found: Found, { calls }: Document, context: Context): Found {
  const fits = ["fit", "fit_generator"].flatMap((one) =>
    callsNamed(calls, one).filter(({ name }) => name.includes(".")),
  );
  const epochs = only(fits, "epochs", context);
  if (epochs === undefined || fits.some(({ named }) => named.has("initial_epoch"))) return found;
  if (found.unit === "epoch") return { ...found, run: { ...found.run, steps: epochs } };
  const stepsPerEpoch = only(fits, "steps_per_epoch", context);
  const run = stepsPerEpoch === undefined ? {} : { steps: epochs * stepsPerEpoch, stepsPerEpoch };
  return { ...found, epochs, run: { ...found.run, ...run } };
}

/** A whole number above 0 that all calls have under a name. */
function only(calls: readonly Call[], name: string, context: Context): number | undefined {
  const values = calls.map(({ named }) => named.get(name));
  const [first] = values.map((value) => (value === undefined ? undefined : context.known(value)));
  const isOne = values.every((value) => value !== undefined && (value === values[0] || context.known(value) === first));
  return isOne && typeof first === "number" && Number.isInteger(first) && first > 0 ? first : undefined;
}
