import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import type { Drawable } from "../../source/drawable.ts";

/** What is written to a file, and what is to be said about it. */
export interface Output {
  readonly content: Uint8Array | Iterable<string>;
  readonly notes: readonly string[];
}

/** Makes the content of a file from curves. */
export type MakeOutput = (
  curves: readonly Drawable[],
  unit: "step" | "epoch",
  flags: FlagValues,
  io: Pick<Io, "say">,
) => Output | Promise<Output>;
