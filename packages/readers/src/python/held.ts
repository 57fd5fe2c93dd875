import type { Chosen } from "../chosen.ts";
import type { Stepped } from "../stepped.ts";
import type { Value } from "../value.ts";
import type { Node } from "./node.ts";
import type { Scope } from "./scope.ts";

/** What a name of a Python text stands for: a value, or what only has a meaning while the text is read. */
export type Held = Value | Named | Defined | OneOf | Choice | Class | Instance | Flags;

/** A dotted name whose meaning the text does not have: what it imports, or a name that nothing defines. */
export class Named {
  constructor(
    readonly path: string,
    /** Whether it begins with what the text imports. */
    readonly imported: boolean,
  ) {}
}

/** One parameter of a function. */
export interface Taken {
  readonly name: string;
  readonly node: Node;
  readonly fallback?: Held;
  /** Whether it can only be given by its name. */
  readonly byName: boolean;
}

/** The parameters of a function that takes any number of arguments. */
export interface Variadic {
  readonly parameters: readonly Taken[];
  /** What takes the arguments that are left, without a name or with one. */
  readonly list?: string;
  readonly dictionary?: string;
}

/** A function that the text defines. */
export class Defined {
  /** Whether its body was read with the arguments of its one call. */
  followed = false;
  /** The arguments of its calls so far, and what is around them. */
  readonly uses: ReadonlyMap<string, Held>[] = [];
  readonly around: Pick<Stepped, "loops" | "conditions">[] = [];
  /** The only name that a lambda is assigned to. */
  variable: string | undefined;

  constructor(
    readonly name: string,
    /** Its parameters; nothing where it takes any number. */
    readonly parameters: readonly Taken[] | undefined,
    /** The expression of a lambda, or a body of statements. */
    readonly body: Node,
    readonly node: Node,
    readonly scope: Scope,
    /** Arguments that are given already: of `functools.partial`, and `self`. */
    readonly given: ReadonlyMap<string, Held> = new Map(),
    /** The function that it is with those arguments. */
    readonly origin?: Defined,
    /** Its parameters where it takes any number. */
    readonly variadic: Variadic | undefined = origin?.variadic,
  ) {}
}

/** One of two things by a condition that is not known, a function of the text among them. */
export class OneOf {
  /** How many things it may be. */
  readonly size: number;

  constructor(
    readonly condition: Value,
    readonly yes: Held,
    readonly no: Held,
    /** The name that stands for it. */
    readonly name: string,
  ) {
    const [one, other] = [yes, no].map((held) => (held instanceof OneOf ? held.size : 1)) as [number, number];
    this.size = one + other;
  }
}

/** One of several names by a key that is not known: an entry of a dictionary of them, or of a module. */
export class Choice {
  constructor(
    readonly chosen: Chosen,
    /** What it is as a value. */
    readonly value: Value,
  ) {}
}

/** A class that the text defines. */
export class Class {
  /** What its methods take for `self` when they are read on their own. */
  readonly self: Instance;
  /** What the text makes of it, in its order and as it is then. */
  readonly made: Instance[] = [];

  constructor(
    readonly name: string,
    readonly scope: Scope,
    readonly node: Node,
    readonly base?: Class,
    /** The full name of what it extends, where the text does not define that. */
    readonly outer?: string,
  ) {
    this.self = new Instance(this);
  }
}

/** A thing with fields: of a class of the text, or what command-line flags are parsed to. */
export class Instance {
  constructor(
    readonly of?: Class,
    readonly flags?: Flags,
    /** The call that made it. */
    readonly made?: Value,
    readonly fields: Map<string, Held> = new Map(),
  ) {}
}

/** The flags of a command line, by the names of their fields: what `argparse` or Abseil is told. */
export class Flags {
  readonly known: Map<string, Flag> = new Map();
}

/** A command-line flag. */
export interface Flag {
  readonly option: string;
  /** Its default, where it has one. */
  readonly value: Value | undefined;
  /** All of its names, what it does, what its words are made by, and whether it takes several. */
  readonly names?: readonly string[];
  readonly action?: string;
  readonly type?: string;
  readonly many?: boolean;
}
