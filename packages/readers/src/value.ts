import type { Chosen } from "./chosen.ts";

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

/** Where the arguments of a call stand. */
export type ArgumentPlaces = ReadonlyMap<number | string, Place>;

/** What a text sets a field to, after what has it was made: in every case, or under a condition. */
export interface SetLater {
  readonly value: Value;
  readonly place: Place;
  readonly isSure: boolean;
}

/** A call as it was written: what is called, by its full name after the imports, and with what. */
export class Call {
  /** The arguments without a name, in their order. */
  positional: readonly Value[];
  named: Dictionary;
  /** What it is a method of, where that is a call as well. */
  of: Call | undefined;
  /** What it calls, where that is chosen by a name that the text may not have. */
  chosen: Chosen | undefined;
  /** The calls of methods of what it makes, and whether these are made in every case. */
  readonly methods: { readonly call: Call; readonly isSure: boolean }[] = [];
  readonly #set: Map<string, SetLater> = new Map();
  #name: string;
  #places: ArgumentPlaces | (() => ArgumentPlaces);

  constructor(
    /** What the text calls it, after its imports. */
    readonly written: string,
    arguments_: { readonly positional?: readonly Value[]; readonly named?: Dictionary },
    /** Where it stands, where the text has places. */
    readonly place?: Place,
    /** The places of its arguments, by position or name, or what finds them when they are asked for. */
    places: ArgumentPlaces | (() => ArgumentPlaces) = new Map(),
    /** Whether the name begins with what the text imports, so that it is all of the name. */
    readonly imported = false,
  ) {
    this.#name = written;
    this.#places = places;
    this.positional = arguments_.positional ?? [];
    this.named = arguments_.named ?? new Map();
  }

  /** The places of its arguments, by position or name. */
  get places(): ArgumentPlaces {
    if (typeof this.#places === "function") this.#places = this.#places();
    return this.#places;
  }

  /** Such as `torch.optim.lr_scheduler.StepLR`, whatever the text calls it. */
  get name(): string {
    return this.#name;
  }

  /** Notes which framework's callable it is. */
  means(name: string): void {
    this.#name = name;
  }

  /** What a text adds to what it makes by `add_param_group`, where it always does. */
  readonly added: Value[] = [];

  /** Notes that a text sets a field of what it makes. */
  setLater(field: string, value: Value, place: Place, isSure = true): void {
    this.#set.set(field, { value, place, isSure });
  }

  /** What a text sets the fields of what it makes to. */
  get later(): ReadonlyMap<string, SetLater> {
    return this.#set;
  }

  /** What it gives, where plain data is to stand: something to be asked for by the call's own text. */
  get outcome(): Unknown | undefined {
    return undefined;
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
    /** The numbers that its code has, also where it calls what is defined elsewhere: where it may change. */
    readonly numbers: readonly number[] = [],
  ) {}
}

/** What something unknown is, as far as whoever is asked knows. */
export type Ask = (unknown: Unknown) => Value | undefined;

/** Something whose value the text does not have, such as `args.epochs` or `len(loader)`, or what is computed from such. */
export class Unknown {
  constructor(
    /** What it is asked for by: its own text, in one line, with single spaces. */
    readonly name: string,
    readonly place?: Place,
    /** Why it cannot be read, where its name alone is not the reason, such as "a lambda with a loop". */
    readonly because?: string,
    /** What it is by what it is computed from; asks for all of that, so that all that is missing is told at once. */
    readonly compute?: (ask: Ask) => Value | undefined,
    /** What is to be known where it is computed, such as that it is a flag's default. */
    readonly note?: string,
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
