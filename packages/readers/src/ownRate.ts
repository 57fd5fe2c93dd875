import type { Call, Place, Value } from "./value.ts";

/** A schedule of a class that a text defines for itself, which is called with the count of updates. */
export interface OwnRate {
  /** What makes it. */
  readonly call: Call;
  /** Its class. */
  readonly name: string;
  readonly place: Place;
  /** The rate as a function of that count, or what is not known of it. */
  readonly rate: Value;
}
