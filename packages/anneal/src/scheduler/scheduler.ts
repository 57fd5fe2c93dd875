import { Problems, refuse } from "../error.ts";
import { VERSION } from "../plan.ts";
import { checkRun, type Run } from "../run.ts";
import type { Optimizer } from "./optimizer.ts";
import { checkProgram, type Program } from "./program.ts";
import { checkState, type SchedulerState } from "./state.ts";
import { type Bases, findTracks, type Track } from "./track.ts";

/**
 * Drives an optimizer: at each position it writes what the plans say into the param groups.
 *
 * Formula: `group[key] = schedule(plan of key, { ...run, base: the group's own })(position)`.
 *
 * - `optimizer`: an object with `paramGroups`, each with a number for every key of the program; it is written to when
 *   the scheduler is constructed (position 0), stepped, sought or restored, never else, and only what changed.
 * - `program`: for each hyperparameter one plan, or a list with one for each group; `beta1` is `betas[0]`.
 * - `run`: the facts that the plans' units need. The base is each group's own: the value at construction, remembered
 *   on the group (`initialLr`), so that a later scheduler finds the same one.
 *
 * Throws a PlanError when constructed, sought or restored with something it cannot follow, and then changes nothing.
 *
 * @example
 * ```ts
 * import { linear, Scheduler } from "anneal";
 * const optimizer = { paramGroups: [{ lr: 0.1 }, { lr: 0.01 }] };
 * const scheduler = new Scheduler(optimizer, { lr: linear({ from: "1x", to: 0, over: 10 }) });
 * for (let update = 0; update < 5; update++) scheduler.step();
 * scheduler.rates(); // => { lr: [0.05, 0.005] }
 * ```
 */
export class Scheduler {
  readonly #optimizer: Optimizer;
  readonly #program: Program;
  readonly #run: Run;
  #tracks: readonly Track[] = [];
  #groups = 0;
  #position = 0;

  constructor(optimizer: Optimizer, program: Program, run: Run = {}) {
    if (!Array.isArray(optimizer?.paramGroups)) refuse("optimizer.paramGroups", "a list of param groups", optimizer);
    const problems = new Problems();
    this.#optimizer = optimizer;
    this.#program = checkProgram(program, "", problems);
    this.#run = checkRun(run, problems);
    problems.throwIfAny();
    this.#bind();
    this.#write();
  }

  /** How many updates are done. */
  get position(): number {
    return this.#position;
  }

  /** Advances by one update. */
  step(): void {
    this.#position++;
    this.#write();
  }

  /** Goes to any position, fractional ones too; refuses anything but a finite number from 0. */
  seek(position: number): void {
    if (!(Number.isFinite(position) && position >= 0)) refuse("position", "a finite number from 0", position);
    this.#position = position;
    this.#write();
  }

  /** The values at the position, for each hyperparameter one for each group. */
  rates(): Record<string, number[]> {
    return this.#table(({ schedule }) => schedule(this.#position));
  }

  /** All of the state as plain JSON. */
  state(): SchedulerState {
    const [program, run, bases, position] = [this.#program, this.#run, this.#table(({ base }) => base), this.#position];
    return { version: VERSION, program, run, bases, position, controllers: {} };
  }

  /** Takes over a state that a scheduler with the same program, run and number of groups saved. */
  restore(state: SchedulerState): void {
    const { bases, position } = checkState(state, this.state());
    this.#bind(bases);
    this.#position = position;
    this.#write();
  }

  #table(read: (track: Track) => number): Record<string, number[]> {
    const keys = Object.keys(this.#program);
    return Object.fromEntries(keys.map((key) => [key, this.#tracks.filter((track) => track.key === key).map(read)]));
  }

  /** Binds the program to the groups as they are now; a problem changes nothing. */
  #bind(bases?: Bases): void {
    const problems = new Problems();
    const { paramGroups } = this.#optimizer;
    const tracks = findTracks(this.#program, this.#run, paramGroups, problems, bases);
    problems.throwIfAny();
    for (const { group, memory, base } of tracks) if (group[memory] !== base) group[memory] = base;
    this.#tracks = tracks;
    this.#groups = paramGroups.length;
  }

  #write(): void {
    if (this.#optimizer.paramGroups.length !== this.#groups) this.#bind();
    const tracks = this.#tracks;
    for (let i = 0; i < tracks.length; i++) {
      const { owner, field, schedule } = tracks[i] as Track;
      const value = schedule(this.#position);
      if (owner[field] !== value) owner[field] = value;
    }
  }
}
