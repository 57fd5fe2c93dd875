/** Where something stands in a text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a text says, in whichever notation: data, calls that were written but never run, and what is only known by name. */
export type Value = null | boolean | number | string | List | Dictionary | Call | Lambda | Unknown;

/** A list or a tuple. */
export type List = readonly Value[];

/** A dictionary, an object, a mapping or a set of flags; a Map, since any text may be a key. */
export type Dictionary = ReadonlyMap<string, Value>;

/** A call as it was written: what is called, by its full name after the imports, and with what. */
export class Call {
  /** The arguments without a name, in their order. */
  readonly positional: readonly Value[];
  readonly named: Dictionary;

  constructor(
    /** Such as `torch.optim.lr_scheduler.StepLR`, whatever the text calls it. */
    readonly name: string,
    arguments_: { readonly positional?: readonly Value[]; readonly named?: Dictionary },
    /** Where it stands, where the text has places. */
    readonly place?: Place,
    /** The places of its arguments, by position or name. */
    readonly places: ReadonlyMap<number | string, Place> = new Map(),
  ) {
    this.positional = arguments_.positional ?? [];
    this.named = arguments_.named ?? new Map();
  }
}

/** A function that the text defines and that can be computed without running the text: arithmetic and conditions alone. */
export class Lambda {
  constructor(
    /** Its own text, in one line. */
    readonly text: string,
    /** Its value; throws what it cannot compute as a PlanError. */
    readonly compute: (...parameters: readonly number[]) => number,
    readonly place?: Place,
  ) {}
}

/** Something whose value the text does not have, such as `args.epochs` or `len(loader)`. */
export class Unknown {
  constructor(
    /** What it is asked for by: its own text, in one line, with single spaces. */
    readonly name: string,
    readonly place?: Place,
    /** Why it cannot be read, where its name alone is not the reason, such as "a lambda with a loop". */
    readonly because?: string,
  ) {}
}

/** Whether it is a dictionary. */
export function isDictionary(value: Value | undefined): value is Dictionary {
  return value instanceof Map;
}

/** Whether it is a list. */
export function isList(value: Value | undefined): value is List {
  return Array.isArray(value);
}
