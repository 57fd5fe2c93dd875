import type { Comparison } from "../compare.ts";

/** Several comparisons as one. */
export function together(all: readonly Comparison[]): Comparison {
  const sum = (key: "cases" | "positions" | "rounded" | "refused"): number =>
    all.reduce((total, one) => total + one[key], 0);
  const different: Record<string, number> = {};
  for (const [reason, cases] of all.flatMap((one) => Object.entries(one.different))) {
    different[reason] = (different[reason] ?? 0) + cases;
  }
  return {
    cases: sum("cases"),
    positions: sum("positions"),
    deviation: Math.max(...all.map(({ deviation }) => deviation)),
    rounded: sum("rounded"),
    refused: sum("refused"),
    different,
    failures: all.flatMap(({ failures }) => failures),
  };
}

/** How many cases differ on purpose. */
export const differing = ({ different }: Comparison): number => Object.values(different).reduce((a, b) => a + b, 0);
