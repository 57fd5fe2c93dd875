import { Unknown } from "../value.ts";
import type { Arguments } from "./arguments.ts";
import type { Evaluation } from "./evaluation.ts";
import { classField } from "./fieldOf.ts";
import { Defined, Flags, type Held, Instance, Named } from "./held.ts";
import type { Scope } from "./scope.ts";

/**
 * `self.save_hyperparameters(…)` of Lightning: `self.hparams` has what the constructor is given, or where the text does
 * not tell, its defaults. Nothing where it is none of that.
 */
export function saveHyperparameters(self: Instance, given: Arguments, scope: Scope, evaluation: Evaluation): void {
  const { of } = self;
  const begin = of && classField(of, "__init__");
  if (!(begin instanceof Defined)) return;
  const { positional, named } = given;
  const [first] = positional;
  // It may be given all of them as one thing, or the names of some.
  const whole = positional.length === 1 && typeof first !== "string" ? first : undefined;
  const some = positional.filter((one) => typeof one === "string");
  const without = [named.get("ignore") ?? []].flat() as readonly Held[];
  const flags = new Flags();
  const fields = new Map<string, Held>();
  for (const { name, fallback } of (begin.parameters ?? []).slice(1)) {
    if (without.includes(name) || (some.length > 0 && !some.includes(name))) continue;
    const held = scope.find(name);
    const isOpen = held instanceof Unknown && held.name === name && !held.compute;
    if (held !== undefined && !isOpen) fields.set(name, held);
    else if (fallback !== undefined && !(fallback instanceof Named)) {
      flags.known.set(name, {
        option: `${of?.name}.__init__`,
        value: evaluation.readers.value(fallback, begin.node, evaluation),
      });
    }
  }
  evaluation.journal.write(self.fields, "hparams", whole ?? new Instance(undefined, flags, undefined, fields));
}
