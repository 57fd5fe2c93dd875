import { cosine, linear } from "anneal";

/** What PyTorch calls an anneal strategy: its plan, and its arithmetic. */
export interface Annealing {
  readonly plan: typeof cosine | typeof linear;
  readonly between: (from: number, to: number, share: number) => number;
}

/** PyTorch's anneal strategies. */
export const annealings: Readonly<Record<"cos" | "linear", Annealing>> = {
  cos: {
    plan: cosine,
    between: (from, to, share) => to + ((from - to) / 2) * (Math.cos(Math.PI * share) + 1),
  },
  linear: { plan: linear, between: (from, to, share) => (to - from) * share + from },
};
