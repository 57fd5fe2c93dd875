import { type Decision, tellDecision } from "../controllers/decision.ts";
import { finiteOrNull } from "../controllers/finiteOrNull.ts";
import type { ControllerState } from "../controllers/reducer.ts";
import { refuse } from "../error.ts";
import { isObject } from "../field.ts";
import { mapValues } from "../mapValues.ts";
import { productOf, type Track, type Tracks } from "./track.ts";

/** A metric for all controllers, or several by the names that controllers monitor. */
export type Metric = number | Readonly<Record<string, number>>;

/** What the controllers of one hyperparameter make of a metric. */
export interface Judgement {
  readonly states: readonly ControllerState[];
  readonly scales: Float64Array | undefined;
  readonly decisions: readonly Decision[];
}

/** Gives a metric to every controller it is for; nothing is changed by that. */
export function judge(tracks: Tracks, metric: Metric, position: number): Record<string, Judgement> {
  const monitors = Object.values(tracks).flatMap(({ controllers }) =>
    controllers.map(({ controller }) => controller.monitor),
  );
  if (monitors.length > 0 && !monitors.some((monitor) => pick(metric, monitor) !== undefined)) {
    const names = [...new Set(monitors)].filter(Boolean).join(" or ");
    refuse("metric", `a number${names && `, or an object with ${names}`}`, metric);
  }
  return mapValues(tracks, (track, key) => judgeTrack(track, key, metric, position));
}

function judgeTrack(track: Track, key: string, metric: Metric, position: number): Judgement {
  const states = [...track.states];
  const decisions: Decision[] = [];
  let { scales } = track;
  let rates = track.rates(position);
  track.controllers.forEach(({ controller, next }, i) => {
    const value = pick(metric, controller.monitor);
    if (value === undefined) return;
    const before = states[i] as ControllerState;
    const { state, reason } = next(before, value, rates);
    states[i] = state;
    if (reason === undefined) return;
    scales = productOf(states);
    const from = rates;
    rates = track.rates(position, scales);
    const seen = { position, epoch: state.epoch, metric: finiteOrNull(value) };
    decisions.push(tellDecision({ key, ...seen, reason, from, to: rates }, before.scales, state.scales));
  });
  return { states, scales, decisions };
}

/** The metric that is meant for a controller; undefined when there is none. */
function pick(metric: Metric, monitor: string | undefined): number | undefined {
  if (!isObject(metric)) return typeof metric === "number" ? metric : refuse("metric", "a number", metric);
  if (monitor === undefined || !Object.hasOwn(metric, monitor)) return undefined;
  const value: unknown = metric[monitor];
  return typeof value === "number" ? value : refuse(`metric.${monitor}`, "a number", value);
}
