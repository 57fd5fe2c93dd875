import { type Plan, schedule } from "anneal";
import type { Context } from "../context.ts";
import type { Options } from "../options.ts";
import type { Found } from "../reading.ts";
import { type Dictionary, isDictionary, isList, type Place, Unknown, type Value } from "../value.ts";
import { readTrainer } from "./trainer.ts";
import { readArguments } from "./trainerArguments.ts";

/** What it has of the Trainer's arguments. */
const HELD = ["max_steps", "num_train_epochs"];

/** What a trainer_state.json does not say, and its schedule cannot be read without. */
const ASKED = ["lr_scheduler_type", "learning_rate", "warmup_steps"];

/**
 * A saved state of the Trainer: how many updates there are, and the rates of those that were logged. Which schedule they
 * came from is asked for; the plan is then compared with what was logged.
 */
export function readTrainerState(state: Dictionary, context: Context, place: Place | undefined): Found | undefined {
  const options: Options = (name) => {
    const value = HELD.includes(name) ? state.get(name) : undefined;
    const asked = ASKED.includes(name) ? new Unknown(name, place, "it is not in the state") : undefined;
    return (value ?? asked) === undefined ? undefined : { value: (value ?? asked) as Value, path: name, place };
  };
  const given = readArguments(options, 5e-5, context);
  const found = given && readTrainer(given, options, context, place);
  const rates = logged(state);
  if (!found) {
    if (rates.length > 0) context.note(`${rates.length} rates were logged, from ${rates[0]?.rate}`, place);
    return undefined;
  }
  const deviation = deviationOf(found, rates);
  if (deviation !== undefined) {
    context.note(
      `of ${rates.length} rates that were logged the furthest is ${deviation.toPrecision(3)} of the peak away`,
      place,
    );
  }
  return found;
}

interface Logged {
  readonly step: number;
  readonly rate: number;
}

function logged(state: Dictionary): readonly Logged[] {
  const history = state.get("log_history");
  return (isList(history) ? history : []).flatMap((entry) => {
    if (!isDictionary(entry)) return [];
    const [step, rate] = [entry.get("step"), entry.get("learning_rate")];
    return typeof step === "number" && typeof rate === "number" ? [{ step, rate }] : [];
  });
}

/** The largest deviation, as a share of the peak; by transformers' version a log has the rate before or after its update's. */
function deviationOf({ program, run = {} }: Found, rates: readonly Logged[]): number | undefined {
  if (rates.length === 0) return undefined;
  const lr = schedule(program.lr as Plan, run);
  const largest = (values: readonly number[]): number => values.reduce((most, one) => Math.max(most, one), 0);
  const peak = largest(rates.map(({ rate }) => rate)) || 1;
  const off = (by: number): number => largest(rates.map(({ step, rate }) => Math.abs(lr(step - by) - rate))) / peak;
  return Math.min(off(0), off(1));
}
