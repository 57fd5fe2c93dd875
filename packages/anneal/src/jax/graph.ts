import type { CustomFunction } from "../kind.ts";

/** A value of an expression: known while it is built, or a node of it. */
export type Value = number | Node;

/** The operations that a node can be; all on numbers of 32 bits. */
export type Operation = "step" | "add" | "subtract" | "multiply" | "divide" | "minimum" | "maximum" | "floor" | "log";
type Special = "sqrt" | "below" | "read" | "count" | "call";

/** An operation on the values before it. */
export interface Node {
  readonly id: number;
  readonly operation: Operation | Special;
  readonly of: readonly Value[];
  /** What else the operation needs: the starts that are counted, the function that is called. */
  readonly extra?: unknown;
}

/** What a `call` node holds: a function of the user's, known by its counterpart for numbers, and its `args`. */
export interface Call {
  readonly call: CustomFunction;
  readonly args: readonly number[];
}

/** The largest number of 32 bits. */
export const LARGEST = 3.4028234663852886e38;

/** What the operations come to when everything is known. */
const KNOWN: Partial<Record<Node["operation"], (...values: number[]) => number>> = {
  add: (a = 0, b = 0) => a + b,
  subtract: (a = 0, b = 0) => a - b,
  multiply: (a = 0, b = 0) => a * b,
  divide: (a = 0, b = 0) => a / b,
  minimum: Math.min,
  maximum: Math.max,
  floor: Math.floor,
  log: Math.log,
  sqrt: Math.sqrt,
  below: (a = 0, b = 0, then = 0, otherwise = 0) => (a < b ? then : otherwise),
};

/**
 * An expression of the step while it is built: every operation once, each after those that it needs. What is known is
 * computed at once, in 64 bits. All tables of numbers lie in one, since a graphics card binds few arrays at a time.
 */
export class Graph {
  readonly step: Node = { id: 0, operation: "step", of: [] };
  readonly nodes: Node[] = [this.step];
  readonly table: number[] = [];
  readonly #known = new Map<string, Node>();
  readonly #tables = new Map<string, number>();
  readonly #identities = new Map<object, number>();

  add(a: Value, b: Value): Value {
    return a === 0 ? b : b === 0 ? a : this.#node("add", [a, b]);
  }

  subtract(a: Value, b: Value): Value {
    return b === 0 ? a : this.#node("subtract", [a, b]);
  }

  multiply(a: Value, b: Value): Value {
    return a === 0 || b === 0 ? 0 : a === 1 ? b : b === 1 ? a : this.#node("multiply", [a, b]);
  }

  divide(a: Value, b: Value): Value {
    return b === 1 ? a : this.#node("divide", [a, b]);
  }

  minimum(a: Value, b: Value): Value {
    return this.#node("minimum", [a, b]);
  }

  maximum(a: Value, b: Value): Value {
    return this.#node("maximum", [a, b]);
  }

  floor(a: Value): Value {
    return this.#node("floor", [a]);
  }

  /** The natural logarithm, of which some libraries know five digits only: for a first guess. */
  log(a: Value): Value {
    return this.#node("log", [a]);
  }

  sqrt(a: Value): Value {
    return this.#node("sqrt", [a]);
  }

  /** `a < b ? then : otherwise`; both are computed. */
  below(a: Value, b: Value, then: Value, otherwise: Value): Value {
    return then === otherwise ? then : this.#node("below", [a, b, then, otherwise]);
  }

  /** The largest number of 32 bits where it would be infinite. */
  finite(a: Value): Value {
    return this.minimum(a, LARGEST);
  }

  /** Puts numbers into the table: the place of the first. */
  store(numbers: readonly number[]): number {
    const key = numbers.join();
    const place = this.#tables.get(key) ?? this.table.length;
    if (!this.#tables.has(key)) {
      this.#tables.set(key, place);
      for (const number of numbers) this.table.push(number);
    }
    return place;
  }

  /** The number at a whole place of the table. */
  read(place: Value): Value {
    return typeof place === "number" ? (this.table[place] as number) : this.#node("read", [place]);
  }

  /** How many of the increasing `starts` are at or below a value. */
  count(starts: readonly number[], value: Value): Value {
    if (typeof value === "number") return starts.filter((start) => start <= value).length;
    return starts.length > 0 ? this.#add("count", [value], starts) : 0;
  }

  /** What a function of the user's makes of a value. */
  call(value: Value, what: Call): Value {
    return this.#add("call", [value], what);
  }

  /** The functions of the user's that are called. */
  calls(): Set<CustomFunction> {
    const calls = this.nodes.filter(({ operation }) => operation === "call");
    return new Set(calls.map(({ extra }) => (extra as Call).call));
  }

  /** A value that has the shape of the steps, also where it is the same for all of them. */
  everywhere(value: Value): Node {
    return typeof value === "number" ? this.#add("below", [this.step, 0, value, value]) : value;
  }

  /** A number for an object, the same each time: what tells curves apart that are no list of numbers. */
  identity(object: object): number {
    const identity = this.#identities.get(object) ?? this.#identities.size;
    this.#identities.set(object, identity);
    return identity;
  }

  #node(operation: Node["operation"], of: readonly Value[]): Value {
    const fold = KNOWN[operation];
    if (fold && of.every((value) => typeof value === "number")) return fold(...(of as number[]));
    const key = `${operation} ${of.map((value) => (typeof value === "number" ? value : `#${value.id}`))}`;
    const node = this.#known.get(key) ?? this.#add(operation, of);
    this.#known.set(key, node);
    return node;
  }

  #add(operation: Node["operation"], of: readonly Value[], extra?: unknown): Node {
    const node: Node = { id: this.nodes.length, operation, of, extra };
    this.nodes.push(node);
    return node;
  }
}
