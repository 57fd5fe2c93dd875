import type { Places } from "../notations/places.ts";
import type { RateSetter } from "../rateSetter.ts";
import { refuse } from "../refuse.ts";
import { type Call, type Place, Unknown, type Value } from "../value.ts";
import { asOperand } from "./asOperand.ts";
import { Callables } from "./callables.ts";
import { Derived, type Written } from "./derived.ts";
import type { Flow } from "./flow.ts";
import { type Defined, Flags, type Held, type Instance } from "./held.ts";
import type { Journal } from "./journal.ts";
import type { Node } from "./node.ts";
import { Scope } from "./scope.ts";
import { Surroundings } from "./surroundings.ts";

/** How many calls are kept at most. */
const MOST_CALLS = 40_000;
/** How much is read over again at most, and at once: in parts of the text, functions by each of their calls and comprehensions. */
const [MOST_AGAIN, MOST_AT_ONCE] = [30_000, 5_000];
/** How much is looked at for what loops assign, in parts of the text. */
const MOST_SCANNED = 10_000_000;
/** How deep expressions, statements and followed calls are read. */
const DEEPEST = 500;
/** The longest name of something unknown. */
const LONGEST_NAME = 200;

/** What reads the parts of a text; given from outside, since each needs the others. */
export interface Readers {
  evaluate(node: Node, scope: Scope, evaluation: Evaluation): Held;
  run(statements: readonly Node[], scope: Scope, evaluation: Evaluation): Flow;
  /** What something that is held is as a value. */
  value(held: Held, node: Node, evaluation: Evaluation): Value;
}

/** One text being read: what is the same wherever in it. */
export class Evaluation {
  readonly calls: Call[] = [];
  readonly surroundings: Surroundings = new Surroundings();
  /** The functions that are defined, and what their methods take for `self`. */
  readonly functions: { readonly defined: Defined; readonly self?: Instance }[] = [];
  readonly callables: Callables = new Callables();
  /** The functions that are being read. */
  readonly active: Set<Node> = new Set();
  /** What is being made a value: functions and things with fields. */
  readonly making: Set<object> = new Set();
  /** The modules that all names are imported from. */
  readonly imports: string[] = [];
  /** Abseil's flags, of which there is one set. */
  readonly flags: Flags = new Flags();
  /** Fields and entries of unknown things that the text assigns, by their text; where, and `because` then. */
  readonly assigned: Map<string, { readonly node: Node; readonly because: string | undefined }> = new Map();
  /** The loops that set an optimizer's rates by their turns. */
  readonly loopSetters: RateSetter[] = [];
  /** The module's own names, and where each is assigned last. */
  readonly module: Scope = new Scope();
  readonly offsets: Map<string, number> = new Map();
  /** The flags whose defaults loops go through, where a function is read that may take them. */
  assumed: Unknown[] | undefined;
  /** Why the function that is being read is none that can be computed. */
  because: string | undefined;
  #quiet = 0;
  #heard: Call[] | undefined;
  #again = 0;
  #until = MOST_AGAIN;
  #depth = 0;
  #scanned = 0;

  constructor(
    readonly source: string,
    readonly places: Places,
    readonly journal: Journal,
    /** How often each name is called in the text. */
    readonly counts: ReadonlyMap<string, number>,
    readonly readers: Readers,
  ) {}

  evaluate(node: Node, scope: Scope): Held {
    if (!this.worthReading()) return this.unknown(node, "there is too much to read");
    if (this.#depth >= DEEPEST) return this.unknown(node, "it is nested too deep");
    this.#depth++;
    try {
      return this.readers.evaluate(node, scope, this);
    } finally {
      this.#depth--;
    }
  }

  run(statements: readonly Node[], scope: Scope): Flow {
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth++;
    try {
      return this.readers.run(statements, scope, this);
    } finally {
      this.#depth--;
    }
  }

  /** An expression as a value. */
  value(node: Node, scope: Scope): Value {
    return this.readers.value(this.evaluate(node, scope), node, this);
  }

  /** An expression as an operand: what a call gives is unknown. */
  operand(node: Node, scope: Scope): Value {
    return asOperand(this.value(node, scope));
  }

  /** Reads something for the first time that may come to nothing: its calls are kept where it does not. */
  tried<T>(read: () => T | undefined): T | undefined {
    if (this.#quiet > 0) return this.quietly(read);
    const heard: Call[] = [];
    this.#heard = heard;
    const result = this.quietly(read);
    this.#heard = undefined;
    if (result !== undefined) for (const call of heard) this.record(call);
    return result;
  }

  /** Reads something over again: its calls are not kept, and what it assigns is taken back. */
  quietly<T>(read: () => T): T {
    if (this.#quiet++ === 0) this.#until = Math.min(MOST_AGAIN, this.#again + MOST_AT_ONCE);
    try {
      return this.journal.attempt(read).result;
    } finally {
      this.#quiet--;
    }
  }

  /** Whether the text is read for the first time here. */
  get first(): boolean {
    return this.#quiet === 0;
  }

  /** Whether there is anything left of what may be read again. */
  worthReading(): boolean {
    if (this.#quiet === 0) return true;
    if (this.#again >= this.#until) return false;
    this.#again++;
    return true;
  }

  /** Takes so much of what may be read again. */
  take(count: number): boolean {
    if (this.#again + count > MOST_AGAIN) return false;
    this.#again += count;
    return true;
  }

  record(call: Call): Call {
    // What functions call is theirs.
    if (this.#quiet === 1) this.#heard?.push(call);
    if (this.#quiet > 0) return call;
    if (this.calls.length >= MOST_CALLS) refuse(call.place, `at most ${MOST_CALLS} calls`, "more");
    this.calls.push(call);
    this.surroundings.called(call);
    return call;
  }

  /** One more node that is looked at for what it assigns. */
  scan(): void {
    if (++this.#scanned > MOST_SCANNED) refuse(undefined, "loops that are nested less deep", "more");
  }

  /** Notes where a name of the module is assigned. */
  noticed(names: ReadonlyMap<string, Held>, name: string, target: Node): void {
    if (names === this.module.names) this.offsets.set(name, target.from);
  }

  place(node: Node): Place {
    return this.places.at(node.from);
  }

  /** A node's own text, in one line. */
  text({ from, to }: Node): string {
    const text = this.source
      .slice(from, Math.min(to, from + LONGEST_NAME))
      .replace(/\s+/g, " ")
      .trim();
    return to - from > LONGEST_NAME ? `${text}…` : text;
  }

  written(node: Node): () => Written {
    return () => ({ name: this.text(node), place: this.place(node) });
  }

  /** Something that the text does not have, by its own text. What it is made of may depend on a function's parameter. */
  unknown(node: Node, because?: string, ...parts: readonly Held[]): Unknown {
    this.uses(node, parts, because);
    return new Unknown(this.text(node), this.place(node), because);
  }

  /** Notes that something unknown is made of these: a function whose parameter is among them cannot be computed. */
  uses(node: Node, parts: Iterable<Held>, because?: string): void {
    for (const part of parts) {
      if (!(part instanceof Derived && part.free)) continue;
      this.because ??= because
        ? `a function with ${because}`
        : `a function with ${this.text(node)}, which is not known`;
    }
  }
}
