import { Call, isDictionary, isList, type Place, type Value } from "./value.ts";

/** A scheduler of a class that a text defines for itself, on PyTorch's `LRScheduler`. */
export interface OwnScheduler {
  /** What makes it. */
  readonly call: Call;
  /** Its class. */
  readonly name: string;
  /**
   * The rate of each group as a function of `last_epoch`, of the base rates of all groups, and where it leads on of all
   * rates in force, or what is not known of it.
   */
  readonly rates: readonly Value[];
  /** Whether it is by the rates in force. */
  readonly leads: boolean;
  /** Where it has a closed form of its own, by which PyTorch enters it in a SequentialLR. */
  readonly closed: Place | undefined;
  /** Why its rates are no function of these, and where that is. */
  readonly refused?: { readonly because: string; readonly place: Place } | undefined;
}

/** The optimizer that such a scheduler is given. */
export function optimizerGiven({ named, positional }: Call): Value | undefined {
  return named.get("optimizer") ?? positional.find((one) => one instanceof Call) ?? positional[0];
}

/** How many groups that has, as far as it is written. */
export function groupsGiven(call: Call): number {
  const optimizer = optimizerGiven(call);
  const params = optimizer instanceof Call ? (optimizer.named.get("params") ?? optimizer.positional[0]) : undefined;
  return isList(params) && params.length > 0 && params.every(isDictionary) ? params.length : 1;
}
