import type { Value } from "../value.ts";
import type { Class, Defined, Held, Named } from "./held.ts";

/** What is called and was kept as a value, such as in a dictionary. */
export class Callables {
  readonly #kept: WeakMap<object, Named | Defined | Class> = new WeakMap();

  keep(held: Named | Defined | Class, value: Value): void {
    if (typeof value === "object" && value !== null) this.#kept.set(value, held);
  }

  /** What a value is that was taken out of a list or a dictionary: what can be called again, where it is that. */
  takenOut(value: Value): Held {
    return (typeof value === "object" && value !== null && this.#kept.get(value)) || value;
  }
}
