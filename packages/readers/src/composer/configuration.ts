import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import type { Configuration } from "../framework.ts";
import { numeral } from "../numeral.ts";
import { limited } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { isDictionary, Unknown, type Value } from "../value.ts";
import { interpolated } from "./interpolated.ts";
import { type Items, itemsOf } from "./items.ts";
import { foundOf, readScheduler } from "./readScheduler.ts";
import { readTrainer, type Written } from "./trainer.ts";

/** A YAML file such as llm-foundry's, with `scheduler` or `schedulers`. */
export const configuration: Configuration = {
  recognises: (document) => itemsOf(document) !== undefined,

  read(document) {
    const items = itemsOf(document);
    if (!items) return [];
    const { path } = items;
    return [{ name: path.join("."), place: document.place(path), read: (context) => found(document, items, context) }];
  },
};

function found(document: Document, { home, path, calls }: Items, context: Context): Found | undefined {
  const { data } = document;
  const written: Written = (...names) => {
    // The scheduler may stand beside the trainer that has the rest.
    const homes = [home, [...home, "trainer"]];
    const at = homes
      .flatMap((one) => names.map((name) => [...one, name]))
      .find((one) => lookUp(data, ...one) !== undefined);
    if (at === undefined) return undefined;
    const value = interpolated(lookUp(data, ...at), data) as Value;
    return { value, path: at.join("."), place: document.place(at) };
  };
  const trainer = readTrainer(written, context);
  const plans = calls.map((call) => readScheduler(call, trainer, context));
  const lr = plans.at(-1);
  if (calls.length > 1) {
    context.note(
      "Each of several schedulers sets the rate anew, so that only the last one counts.",
      document.place(path),
    );
  }
  if (written("step_schedulers_every_batch")?.value === false) {
    context.note("With step_schedulers_every_batch false the rate is held through each epoch; this plan is not.");
  }
  if (!plans.every((plan) => plan !== undefined) || !lr) return undefined;
  const base = rateOf(written, context);
  if (base === undefined) context.need("lr", "the optimizer's rate, which the plan is a multiple of");
  return foundOf(lr, trainer, base, context);
}

const text = "is text in YAML 1.1; it is read as the number that it writes";
const rate = limited(numeral(text), "a number from 0", (value) => value >= 0);

/** The rate of `optimizer`, by itself or under its name. */
function rateOf(written: Written, context: Context): number | undefined {
  const optimizer = written("optimizer", "optimizers");
  const inside = isDictionary(optimizer?.value) ? optimizer.value : new Map<string, Value>();
  const [only] = inside.values();
  const own = inside.get("lr") ?? (inside.size === 1 && isDictionary(only) ? only.get("lr") : undefined);
  const given = context.given("lr");
  if (own === undefined || own instanceof Unknown) return typeof given === "number" ? given : undefined;
  const there = { context, path: `${optimizer?.path}.lr`, place: optimizer?.place };
  return rate.read(own, there);
}
