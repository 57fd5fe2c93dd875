import type { ControllerState } from "../controllers/reducer.ts";
import { Problems } from "../error.ts";
import { mapValues } from "../mapValues.ts";
import type { SchedulerState } from "./state.ts";
import { productOf, type Tracks } from "./track.ts";

/** What the controllers of each hyperparameter keep. */
export type States = Readonly<Record<string, readonly ControllerState[]>>;

/** No run of training gets near it, and the rates of a state that somebody made up stay finite. */
const LARGEST = 1e100;

/** Checks what the controllers of each track kept, in a state whose lists are as long as they should be. */
export function readStates(saved: SchedulerState["controllers"], tracks: Tracks): States {
  const problems = new Problems();
  const states = mapValues(tracks, ({ controllers }, key) =>
    controllers.map(({ read }, i) => read(saved[key]?.[i], `state.controllers.${key}[${i}]`, problems)),
  );
  problems.throwIfAny();
  for (const [key, list] of Object.entries(states)) {
    const scale = productOf(list)?.find((scale) => !(scale <= LARGEST));
    if (scale !== undefined) problems.add(`state.controllers.${key}`, `scales of at most ${LARGEST}`, scale);
  }
  problems.throwIfAny();
  return states;
}
