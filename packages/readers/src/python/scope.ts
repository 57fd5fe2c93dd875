import type { Held, Instance } from "./held.ts";

/** The names of a module, a class or a function. */
export class Scope {
  readonly names = new Map<string, Held>();
  /** Names that belong to the module, as `global` and `nonlocal` say. */
  readonly outside = new Map<string, Scope>();

  /** What the methods of a class take for `self`. */
  self: Instance | undefined;

  constructor(
    readonly parent?: Scope,
    /** The class that it is of, whose methods do not see its names. */
    readonly className?: string,
  ) {}

  /** What a name stands for here. */
  find(name: string): Held | undefined {
    return this.owner(name)?.names.get(name);
  }

  /** The scope that has a name: this one or one around it. */
  owner(name: string): Scope | undefined {
    if (this.names.has(name)) return this;
    let outer = this.outside.get(name) ?? this.parent;
    while (outer && (outer.className || !outer.names.has(name))) outer = outer.parent;
    return outer;
  }
}
