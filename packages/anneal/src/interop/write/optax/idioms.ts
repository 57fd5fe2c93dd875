import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { shortest } from "../../print/shortest.ts";
import type { Idiom } from "../idiom.ts";
import { landings } from "../landings.ts";
import { assign } from "../python/assign.ts";
import { call, list } from "../python/call.ts";
import { pythonModule } from "../python/module.ts";
import { levelsOf, ratio, stretches } from "../stretches.ts";
import { type Word, word } from "./word.ts";

/** What optax calls a plan, the shortest first, for a variable of this name. */
export function idioms(name: string): readonly Idiom[] {
  return [steps, warmed, joined, landed].map((make) => (shape) => {
    const said = make(stretches(shape), shape.steps);
    if (!said) return;
    const code = assign(name, call(`optax.${said.name}`, [], said.args));
    return { code: pythonModule(["import optax"], code), means: said.means };
  });
}

/** Levels by what they are of those before. */
function steps(all: readonly Piece[]): Word | undefined {
  const levels = levelsOf(all);
  const [from = 0, ...to] = levels ?? [];
  const scales = to.map((level, i) => ratio(level, levels?.[i] as number));
  // Nothing comes back from 0.
  if (scales.length === 0 || !scales.every(Number.isFinite)) return;
  const entries = scales.map((scale, i) => `${all[i + 1]?.start}: ${shortest(scale)}`);
  let level = from;
  return {
    name: "piecewise_constant_schedule",
    args: { init_value: shortest(from), boundaries_and_scales: { open: "{", inside: entries, close: "}" } },
    means: {
      kind: "piecewise",
      from,
      at: all.slice(1).map(({ start }) => start),
      to: scales.map((scale) => (level *= scale)),
    },
  };
}

/** Stairs as levels. */
const landed = (all: readonly Piece[], end: number): Word | undefined => steps(landings(all, end));

/** A line, then a cosine or an exponential that begins where the line ends. */
function warmed(all: readonly Piece[]): Word | undefined {
  const [first, then] = all.map(word);
  const { init_value, end_value: peak_value, transition_steps } = first?.args ?? {};
  const { init_value: start, decay_steps, alpha, exponent, ...rest } = then?.args ?? {};
  const warmup_steps = all[1]?.start as number;
  const fits = first?.name === "linear_schedule" && transition_steps === warmup_steps && peak_value === start;
  if (all.length !== 2 || !then || !fits) return;
  const args = { init_value, peak_value, warmup_steps };
  const means = joinedMeaning(all, [first, then]);
  if (then.name === "exponential_decay") {
    return { name: "warmup_exponential_decay_schedule", args: { ...args, ...rest }, means };
  }
  if (then.name !== "cosine_decay_schedule") return;
  const end_value = alpha && shortest(ratio(Number(alpha) * Number(start), 1));
  const cosine = { decay_steps: warmup_steps + (decay_steps as number), end_value, exponent };
  return { name: "warmup_cosine_decay_schedule", args: { ...args, ...cosine }, means };
}

/** One of its schedules, or several, one after the other. */
function joined(all: readonly Piece[]): Word | undefined {
  const words = all.map(word).filter((one) => one !== undefined);
  const [first] = words;
  if (words.length < all.length || !first || all.length > MOST) return;
  if (words.length === 1) return first;
  const schedules = words.map(({ name, args }) => call(`optax.${name}`, [], args));
  const boundaries = all.slice(1).map(({ start }) => start);
  const args = { schedules: list(schedules), boundaries: list(boundaries) };
  return { name: "join_schedules", args, means: joinedMeaning(all, words) };
}

/** Longer lists are shorter as a formula, which looks them up. */
const MOST = 64;

/** Each counts from where it begins. */
function joinedMeaning(all: readonly Piece[], words: readonly Word[]): Plan {
  const parts = words.map(({ means: plan }, i) => {
    const until = all[i + 1]?.start;
    return until === undefined ? plan : { plan, until };
  });
  return { kind: "sequence", parts };
}
