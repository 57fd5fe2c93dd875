import { Problems, refuse } from "../error.ts";
import { accepts, expectation, FROM_ZERO } from "../field.ts";
import { mapValues } from "../mapValues.ts";
import { VERSION } from "../parsePlan.ts";
import { type Run, readRun } from "../run.ts";
import { plansOf } from "./compileEach.ts";
import { type Optimizer, type ParamGroup, type Program, sameGroups } from "./optimizer.ts";
import { showPrograms } from "./showPrograms.ts";
import { type Bases, checkState, type SchedulerState } from "./state.ts";
import { bindTracks, type Track, type Tracks } from "./track.ts";

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
  readonly #run: Run;
  #program: Program;
  #tracks: Tracks = {};
  #flat: readonly Track[] = [];
  #groups: readonly ParamGroup[] = [];
  #position = 0;

  constructor(optimizer: Optimizer, program: Program, run: Run = {}) {
    const problems = new Problems();
    if (Object.keys(program ?? {}).length === 0)
      problems.add("program", "a plan for a hyperparameter, such as lr", program);
    this.#optimizer = optimizer;
    this.#program = program;
    this.#run = readRun(run, problems);
    problems.throwIfAny();
    this.#bind();
    this.#program = this.state().program;
    this.#go(0);
  }

  /** How many steps are done. */
  get position(): number {
    return this.#position;
  }

  /** Advances by one step. */
  step(): void {
    this.#go(this.#position + 1);
  }

  /** Goes to any position, fractional ones too; refuses anything but a finite number from 0. */
  seek(position: number): void {
    if (!accepts(FROM_ZERO, position)) refuse("position", expectation(FROM_ZERO), position);
    this.#go(position);
  }

  /** The values at the position: for each hyperparameter, one for each group. */
  rates(): Record<string, number[]> {
    return mapValues(this.#tracks, (list) => list.map(({ schedule }) => schedule(this.#position)));
  }

  /** All of the state as plain JSON. */
  state(): SchedulerState {
    const program = mapValues(this.#program, (plans, key) => {
      return plansOf(this.#tracks[key]?.map(({ schedule }) => schedule) ?? [], plans);
    });
    const bases = mapValues(this.#tracks, (list) => list.map(({ base }) => base));
    return { version: VERSION, program, run: this.#run, bases, position: this.#position, controllers: {} };
  }

  /** Takes over a state that a scheduler with the same program, run and number of groups saved. */
  restore(state: SchedulerState): void {
    if (!sameGroups(this.#optimizer, this.#groups)) this.#bind();
    checkState(state, this.state(), showPrograms);
    this.#bind(state.bases);
    this.#go(state.position);
  }

  #bind(bases?: Bases): void {
    this.#tracks = bindTracks(this.#program, this.#run, this.#optimizer, bases);
    this.#flat = Object.values(this.#tracks).flat();
    this.#groups = [...this.#optimizer.paramGroups];
  }

  #go(position: number): void {
    if (!sameGroups(this.#optimizer, this.#groups)) this.#bind();
    this.#position = position;
    const tracks = this.#flat;
    for (let i = 0; i < tracks.length; i++) {
      const { owner, field, schedule } = tracks[i] as Track;
      const value = schedule(position);
      if (owner[field] !== value) owner[field] = value;
    }
  }
}
