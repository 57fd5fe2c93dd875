import type { Axolotl } from "./arguments.ts";

/** How many updates axolotl warms up: its shares are rounded down, and without any it takes 3 %, at most 100; 1 is 2. */
export function warmupOf(
  { warmup_steps, warmup_ratio }: Pick<Axolotl, "warmup_steps" | "warmup_ratio">,
  steps: number,
  tell: (note: string) => void,
): number {
  const updates = warmup_steps ?? Math.floor((warmup_ratio ?? 0.03) * steps);
  if (warmup_steps === null && warmup_ratio === null) {
    const own = Math.min(updates, 100);
    tell(`axolotl warms up for ${own === 1 ? 2 : own} updates where nothing is written: 3 %, at most 100`);
    return own === 1 ? 2 : own;
  }
  if (updates === 1) tell("axolotl makes 2 updates of a warm-up of 1");
  return updates === 1 ? 2 : Math.trunc(updates);
}
