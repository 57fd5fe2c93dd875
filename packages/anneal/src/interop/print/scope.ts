import type { Expression } from "../expression/expression.ts";

/** The names of variables where they are known. */
export class Scope {
  readonly #names: Map<Expression, string>;
  readonly #taken: Set<string>;

  /** The names of what has been computed, by its text. */
  readonly values: Map<string, string>;

  constructor(
    names: Iterable<readonly [Expression, string]> = [],
    taken: Iterable<string> = [],
    values: Iterable<readonly [string, string]> = [],
  ) {
    this.#names = new Map(names);
    this.#taken = new Set(taken);
    this.values = new Map(values);
  }

  nameOf(variable: Expression): string {
    return this.#names.get(variable) as string;
  }

  /** Gives something a name that is not taken here: the one that is wanted, or with a number. */
  add(wanted: string, variable?: Expression): string {
    let name = wanted;
    for (let i = 2; this.#taken.has(name); i++) name = `${wanted}${i}`;
    this.#taken.add(name);
    if (variable !== undefined) this.call(variable, name);
    return name;
  }

  /** Gives a variable a name that is there. */
  call(variable: Expression, name: string): void {
    this.#names.set(variable, name);
  }

  /** A scope inside of this one, which knows more. */
  inner(): Scope {
    return new Scope(this.#names, this.#taken, this.values);
  }
}
