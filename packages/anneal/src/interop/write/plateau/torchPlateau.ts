import { limitOf } from "../../../controllers/cut.ts";
import type { Plateau } from "../../../controllers/plateau.ts";
import type { PlateauFields } from "./plateauOf.ts";

/** What PyTorch's ReduceLROnPlateau takes, without what is its default. */
export interface TorchPlateau {
  readonly mode: "min" | "max";
  readonly factor: number;
  readonly patience: number;
  readonly threshold?: number | undefined;
  readonly threshold_mode?: "abs" | undefined;
  readonly cooldown?: number | undefined;
  readonly min_lr?: number | undefined;
  readonly eps?: number | undefined;
}

/** A plateau as PyTorch's ReduceLROnPlateau: its arguments, and the plateau that these mean. */
export function torchPlateau(
  { mode, factor, patience, rtol, atol, cooldown, minRate, minScale, eps }: PlateauFields,
  base: number,
): { readonly args: TorchPlateau; readonly means: Plateau } {
  const isAbsolute = !rtol && atol !== undefined;
  const threshold = isAbsolute ? atol : (rtol ?? (atol === undefined ? 1e-4 : 0));
  const least = Math.max(limitOf(minRate, 0), minScale * base);
  const args: TorchPlateau = {
    mode,
    factor,
    patience,
    threshold: threshold === 1e-4 ? undefined : threshold,
    threshold_mode: isAbsolute ? "abs" : undefined,
    cooldown: cooldown || undefined,
    min_lr: least || undefined,
    eps: eps === 1e-8 ? undefined : eps,
  };
  const tolerance = isAbsolute ? { atol: threshold } : { rtol: threshold };
  return { args, means: { kind: "plateau", mode, factor, patience, ...tolerance, cooldown, minRate: least, eps } };
}

/** The arguments as they stand in Python: texts in quotes. */
export function inPython<A extends object>(args: A): Readonly<Record<string, number | string | undefined>> {
  const quoted = Object.entries(args).map(([name, value]) => [name, typeof value === "string" ? `"${value}"` : value]);
  return Object.fromEntries(quoted) as Readonly<Record<string, number | string | undefined>>;
}
