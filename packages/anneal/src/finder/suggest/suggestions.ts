import { minimum } from "./minimum.ts";
import { slide } from "./slide.ts";
import { steep } from "./steep.ts";
import { steepestGradient } from "./steepestGradient.ts";
import type { Suggestion } from "./suggestion.ts";
import { valley } from "./valley.ts";

type RuleName = "valley" | "slide" | "steep" | "minimum" | "steepestGradient";

/** What each rule suggests; null where there are too few points for it. */
export type Suggestions = Readonly<Record<RuleName, Suggestion | null>>;

const RULES = { valley, slide, steep, minimum, steepestGradient };

/** How many points fastai leaves out at the end, where the loss diverges. */
const LAST = 5;

/** Asks every rule, without a tenth of the updates at the beginning and 5 points at the end, as fastai does. */
export function suggestions(rates: readonly number[], losses: readonly number[], updates: number): Suggestions {
  const [first, end] = [Math.floor(updates / 10), losses.length - LAST];
  const kept = [rates.slice(first, Math.max(end, 0)), losses.slice(first, Math.max(end, 0))] as const;
  const asked = Object.entries(RULES).map(([name, rule]) => [name, rule(...kept) ?? null]);
  return Object.fromEntries(asked) as Suggestions;
}
