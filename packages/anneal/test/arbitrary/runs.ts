/** How often, and how long, a law is tried: that many times more in a long search (`ANNEAL_SOAK=20 npx vitest run …`). */
export function runs(count: number): number {
  return count * Number(process.env.ANNEAL_SOAK ?? 1);
}
