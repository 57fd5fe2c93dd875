import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import type { Entry } from "./entry.ts";
import type { Found } from "./reading.ts";
import type { Call, Place } from "./value.ts";

/** How the schedules of one framework are read. */
export interface Framework {
  /** What `from` calls it. */
  readonly name: string;
  /**
   * Its callables, by the full names under which Python imports them (the shortest public one first), such as
   * `torch.optim.lr_scheduler.StepLR`.
   */
  readonly entries: Readonly<Record<string, Entry>>;
  /** Its methods, by their own names, whatever object they are called on. */
  readonly methods?: Readonly<Record<string, Entry>>;
  /** The fields of its objects that are read where a text sets them after it has made them. */
  readonly fields?: readonly string[];
  /** Tells the context what its calls in a Python text say of what a schedule is read with. */
  prepare?(document: Document, context: Context): void;
  /** A schedule of a Python text with how long the text trains, where that is not told by a scheduler's `step()`. */
  trains?(found: Found, document: Document, context: Context): Found;
  /** What several calls of a Python text make together, beside what each makes alone. */
  together?(document: Document): readonly Section[];
  /** The calls of a Python text that are only read by what `together` makes of them. */
  parts?(document: Document): Iterable<Call>;
  /** Whether it is read only where nothing of any other is found, or where it is asked for. */
  readonly otherwise?: true;
  /** How it is written as a configuration; none where it only is Python. */
  readonly configuration?: Configuration;
}

/** A configuration file, or the flags of a command line. */
export interface Configuration {
  /** Whether a document is of this form: by what no other form has, so that at most one says yes. */
  recognises(document: Document): boolean;
  /** What it schedules; each is read in a context of its own. */
  read(document: Document): readonly Section[];
}

/** One schedule of a configuration. */
export interface Section {
  readonly name: string;
  readonly place?: Place | undefined;
  /** What it is; what is wrong, missing or to be known goes to the context. */
  read(context: Context): Found | undefined;
}
