import { CosineLeaf } from "../../../kinds/cosine.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { fieldsOf, ratio } from "../stretches.ts";
import type { Schedule } from "./schedule.ts";

/** A schedule with the warm-up that it has. */
export interface Warmed extends Schedule {
  readonly warm: number;
}

/** Warm-up from a level, the base rate, and a decay to the same level. */
export function wsd(all: readonly Piece[], base: number): Warmed | undefined {
  const [first, second] = all;
  const climb = second?.leaf && first?.leaf ? first : undefined;
  const fall = first?.leaf && !climb ? first : second;
  const [up, down] = [ramp(climb), ramp(fall)];
  if (!fall || !down || (climb && !up)) return;
  const warm = up?.over ?? 0;
  const ratioOfEnd = ratio(down.to, base);
  const to = base * ratioOfEnd;
  const stable = fall.start - warm;
  const decay_type = DECAYS[down.kind];
  const warmup_type = up && WARMUPS[up.kind];
  if ((up && !warmup_type) || warm % 1 || stable % 1 || down.over % 1) return;
  const parts: Plan[] = [
    ...(up ? [{ kind: up.kind, from: to, to: base, over: warm } as Plan] : []),
    { kind: "constant", value: base, over: stable },
    {
      kind: down.kind,
      from: base,
      to,
      over: down.over,
      ...(down.kind === "polynomial" && { power: 1, k: 0.5 }),
    } as Plan,
  ];
  return {
    type: "warmup_stable_decay",
    warm,
    over: stable + down.over,
    kwargs: {
      num_decay_steps: down.over,
      warmup_type: warmup_type === "linear" ? undefined : warmup_type,
      decay_type: decay_type,
      min_lr_ratio: ratioOfEnd || undefined,
    },
    means: { kind: "sequence", parts },
  };
}

const DECAYS = { linear: "linear", cosine: "cosine", polynomial: "1-sqrt" } as const;
const WARMUPS: Readonly<Record<string, string>> = { linear: "linear", cosine: "cosine" };

type Ramp = { readonly kind: "linear" | "cosine" | "polynomial"; readonly to: number; readonly over: number };

function ramp(stretch: Piece | undefined): Ramp | undefined {
  const line = fieldsOf(stretch, LinearLeaf);
  if (line) return { ...line, kind: "linear" };
  const wave = fieldsOf(stretch, CosineLeaf);
  if (wave) return { ...wave, kind: "cosine" };
  const root = fieldsOf(stretch, PolynomialLeaf);
  return root && { ...root, kind: "polynomial" };
}
