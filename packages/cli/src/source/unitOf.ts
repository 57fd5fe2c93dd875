import type { Curve } from "./curves.ts";

/** What the steps of curves are counted in; a word about it where they do not agree. */
export function unitOf(curves: readonly Pick<Curve, "unit" | "name">[]): {
  readonly unit: "step" | "epoch";
  readonly note: string | undefined;
} {
  const epochs = curves.filter(({ unit }) => unit === "epoch");
  if (epochs.length === curves.length) return { unit: "epoch", note: undefined };
  const other = curves.find(({ unit }) => unit !== "epoch");
  const note =
    epochs[0] && `${epochs[0].name} counts epochs and ${other?.name} counts updates, on one axis all the same`;
  return { unit: "step", note };
}
