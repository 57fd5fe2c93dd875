import { type ArgumentPlaces, Call, type Dictionary, type Place, Unknown, type Value } from "../value.ts";
import { alias } from "./derived.ts";

/** A call of a Python text, which knows its text. */
export class WrittenCall extends Call {
  #name: string | undefined;
  #isBound = false;
  /** What it is assigned to first, as it is written. */
  variable: string | undefined;

  constructor(
    name: string,
    arguments_: { readonly positional: readonly Value[]; readonly named: Dictionary },
    place: Place,
    places: () => ArgumentPlaces,
    imported: boolean,
    private readonly text: () => string,
  ) {
    super(name, arguments_, place, places, imported);
  }

  /** Notes the first name that its outcome is assigned to, by which it can be given as well. */
  keep(name: string): void {
    this.#name ??= name;
    this.variable ??= name;
  }

  /** Changes its arguments, once: to what they are where they are used. */
  rebind(change: (value: Value) => Value): void {
    if (this.#isBound) return;
    this.#isBound = true;
    this.positional = this.positional.map(change);
    this.named = new Map([...this.named].map(([name, value]) => [name, change(value)]));
  }

  override get outcome(): Unknown {
    const unknown = new Unknown(this.text(), this.place);
    return this.#name && this.place ? alias(unknown, this.#name, this.place) : unknown;
  }
}
