import type { Decision } from "../controllers/decision.ts";
import { Problems, refuse } from "../error.ts";
import { FROM_ZERO, isObject, misfit } from "../field.ts";
import { freeze } from "../freeze.ts";
import { mapValues } from "../mapValues.ts";
import { functionsOf, type Run, readRun } from "../run.ts";
import type { BuildOptions } from "../schedule.ts";
import { VERSION } from "../version.ts";
import { bindTracks, type Setting } from "./bind.ts";
import { type Judgement, judge, type Metric } from "./observe.ts";
import { type Optimizer, type ParamGroup, sameGroups } from "./optimizer.ts";
import type { Policy } from "./policy.ts";
import { type Program, programOf } from "./program.ts";
import { readStates, type States } from "./readStates.ts";
import { showPrograms } from "./showPrograms.ts";
import { type Bases, checkState, type SchedulerState } from "./state.ts";
import type { Track, Tracks } from "./track.ts";

/**
 * Drives an optimizer: at each position it writes what the plans say into the param groups.
 *
 * Formula: `group[key] = schedule(plan of key, { ...run, base: the group's own })(position)`, times the scale of each
 * of the key's controllers.
 *
 * - `optimizer`: an object with `paramGroups`, each with a number for every key of the program; it is written to when
 *   the scheduler is constructed (position 0), stepped, sought, restored or given a metric that a controller acts on,
 *   never else, and only what changed.
 * - `program`: for each hyperparameter one plan, a list with one for each group, or `{ plan, controllers }`; `beta1` is
 *   `betas[0]`, and stays below 1.
 * - `run`: the facts that the plans' units need. The base is each group's own: the value at construction, remembered
 *   on the group (`initialLr`), so that a later scheduler finds the same one.
 * - `options.functions`: the functions that `custom` plans name. Default none.
 *
 * Groups may come and go: a group added later is bound at the next step, at the scales of the one before it.
 *
 * Throws a PlanError when constructed, sought or restored with something it cannot follow, and then changes nothing; so
 * it does when a function of the user's gives what is no finite number from 0, and for a step inside of a step, from such
 * a function or an optimizer's setter. An optimizer that throws while it is written to leaves the position where it was,
 * and the rates of that position in all groups.
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
  #setting: Setting;
  #program: Program;
  #tracks: Tracks = {};
  #list: readonly Track[] = [];
  #groups: readonly ParamGroup[] = [];
  #position = 0;
  #busy = false;

  constructor(optimizer: Optimizer, program: Program, run: Run = {}, options?: BuildOptions) {
    const problems = new Problems();
    const bare = isObject(program) && typeof program.kind === "string";
    if (bare || !isObject(program) || !Object.keys(program)[0]) {
      problems.add("program", "{ lr: plan } or other hyperparameters", bare ? program.kind : program);
    }
    this.#optimizer = optimizer;
    this.#setting = { run: readRun(run, problems), functions: functionsOf(options, problems) };
    problems.throwIfAny();
    this.#take(bindTracks(program, this.#setting, optimizer));
    this.#program = programOf(program, this.#tracks);
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

  /** Goes to any position, fractional ones too; refuses anything but a finite number from 0. Controllers stay as they are. */
  seek(position: number): void {
    const expected = misfit(FROM_ZERO, position);
    if (expected) refuse("position", expected, position);
    this.#go(position);
  }

  /**
   * Gives a metric to the controllers, and writes at once what they change.
   *
   * - `metric`: a number for all of them, or an object with numbers by name, for those that `monitor` one of the names.
   *
   * Returns what they decided; mostly nothing. Throws a PlanError that changes nothing when a metric is no number, or
   * when no controller monitors any of the names. Without controllers it does nothing.
   */
  observe(metric: Metric): Decision[] {
    this.#rebind();
    const judged = Object.values(judge(this.#tracks, metric, this.#position));
    const decided = judged.flatMap(({ decisions }) => decisions);
    if (decided[0]) this.#write(this.#position, this.#list, judged);
    judged.forEach(({ states, scales }, i) => void Object.assign(this.#list[i] as Track, { states, scales }));
    return decided;
  }

  /** The values at the position: for each hyperparameter, one for each group. */
  rates(): Record<string, number[]> {
    return mapValues(this.#tracks, (track) => track.rates(this.#position));
  }

  /** All of the state as plain JSON. */
  state(): SchedulerState {
    const bases = mapValues(this.#tracks, (track) => [...track.bases]);
    const driven = Object.entries(this.#tracks).filter(([, { states }]) => states[0]);
    const controllers = mapValues(Object.fromEntries(driven), ({ states }) => freeze(states));
    const { run } = this.#setting;
    return { version: VERSION, program: this.#program, run, bases, position: this.#position, controllers };
  }

  /**
   * Takes over a state that a scheduler with the same program, run and number of groups saved; with a policy of
   * `anneal/resume` one that was saved with others, and what the policy makes of the two goes on.
   */
  restore(saved: SchedulerState, policy?: Policy): void {
    this.#rebind();
    let setting = this.#setting;
    const bind = ({ program, bases }: SchedulerState, states?: States): Tracks =>
      bindTracks(program, setting, this.#optimizer, {}, bases, states);
    const own = this.state();
    const problems = new Problems();
    let [state, tracks] = [saved, this.#tracks];
    if (policy !== undefined) {
      if (typeof policy !== "function") refuse("policy", "a function, such as those of anneal/resume", policy);
      state = policy(saved, own, setting.functions);
      const { program, run, controllers } = Object(state) as SchedulerState;
      const bases = mapValues(Object(program), () => Object.values(own.bases)[0]) as Bases;
      checkState(state, { ...own, program, run, controllers, bases });
      setting = { ...setting, run: readRun(run, problems) };
      problems.throwIfAny();
      tracks = bind(state);
    } else checkState(saved, own, showPrograms);
    tracks = bind(state, readStates(state.controllers, tracks));
    this.#write(state.position, Object.values(tracks));
    this.#take(tracks);
    this.#setting = setting;
    if (policy) this.#program = state.program;
    this.#position = state.position;
  }

  #rebind(): void {
    if (sameGroups(this.#optimizer, this.#groups)) return;
    this.#take(bindTracks(this.#program, this.#setting, this.#optimizer, this.#tracks));
  }

  #take(tracks: Tracks): void {
    this.#tracks = tracks;
    this.#list = Object.values(tracks);
    this.#groups = [...this.#optimizer.paramGroups];
  }

  #go(position: number): void {
    this.#rebind();
    this.#write(position, this.#list);
    this.#position = position;
  }

  /** Writes the rates of a position, with the scales of what was `judged`; or none, when it throws. */
  #write(position: number, list: readonly Track[], judged?: readonly Judgement[]): void {
    if (this.#busy) refuse("position", "one at a time", position);
    this.#busy = true;
    try {
      for (let i = 0; i < list.length; i++) (list[i] as Track).write(position, judged?.[i]?.scales);
    } catch (error) {
      for (const track of this.#list) track.write(this.#position);
      throw error;
    } finally {
      this.#busy = false;
    }
  }
}
