import type { Decision } from "../../controllers/decision.ts";
import { refuse } from "../../error.ts";
import { FROM_ZERO, misfit } from "../../field.ts";
import type { Run } from "../../run.ts";
import type { BuildOptions } from "../../schedule.ts";
import type { Program } from "../../scheduler/program.ts";
import { Scheduler } from "../../scheduler/scheduler.ts";
import type { SchedulerState } from "../../scheduler/state.ts";
import { checkRestored } from "./checkRestored.ts";
import type { Fit } from "./fit.ts";
import type { Handlers, Logs } from "./fitCallback.ts";
import { fitRun, type Per } from "./fitRun.ts";
import { checkMonitors, type Monitor, monitorsOf, readMonitor } from "./monitor.ts";
import { check, checkSameRun, dependsOnEpochs, neededRun, reader } from "./programInFit.ts";
import type { TfjsModel } from "./tfjsModel.ts";

/** All that a schedule's callback needs to go on, as plain JSON. */
export interface ScheduleCallbackState extends SchedulerState {
  /** What `position` counts. */
  readonly per: Per;
}

/** What a schedule is driven with. */
export interface Setting {
  readonly model: TfjsModel;
  readonly program: Program;
  readonly per: Per;
  readonly given: Run;
  readonly build: BuildOptions;
  readonly restored: ScheduleCallbackState | null | undefined;
}

/** Drives a program through the fits of one training. */
export class ScheduleInFit implements Handlers {
  readonly decisions: Decision[] = [];
  readonly batchEnd: Handlers["batchEnd"];
  readonly #setting: Setting;
  #scheduler: Scheduler | undefined;
  #monitors: readonly Monitor[] = [];
  #fit: Fit | undefined;
  /** The position when the fit began, and the count at that moment. */
  #start = 0;
  #from = 0;
  #epoch = 0;
  /** How many updates an epoch of a data set was said to have, where something depends on it. */
  #perEpoch: number | undefined;
  /** How much of the epoch is done, once it is over. */
  #share = 0;

  constructor(setting: Setting, batchEnd: Handlers["batchEnd"]) {
    this.#setting = setting;
    this.batchEnd = batchEnd;
  }

  /** Read from what the optimizer counts by itself, so that it is right after whatever ends a fit. */
  get position(): number {
    return this.#fit ? this.#start + this.#count(this.#fit) - this.#from : (this.#setting.restored?.position ?? 0);
  }

  state(): ScheduleCallbackState {
    const { per, restored } = this.#setting;
    if (this.#scheduler) return { ...this.#scheduler.state(), position: this.position, per };
    return restored ?? refuse("callback", "one that a fit has begun with", "a new one");
  }

  begin(fit: Fit, epoch: number): void {
    const { program, per, given, build, restored } = this.#setting;
    const before = this.#scheduler ? this.state() : restored;
    if (before) checkPlace(before, per, fit.groups.length);
    const { position, run, first, fits } = fitRun(fit, epoch, per, given, before?.position);
    const read = reader(fit.planned, program, build);
    check(() => read(run));
    const needed = neededRun(run, given, read);
    const countsEpochs = per === "epoch" || (needed.steps ?? needed.stepsPerEpoch) !== undefined;
    if (!fits && countsEpochs) {
      refuse("initialEpoch", `${first}, as ${before?.position} ${per}s are done`, epoch);
    }
    const state = read(needed, before ? this.#goOn(before, fit, read(needed), first) : undefined);
    const monitors = monitorsOf(state.program);
    checkMonitors(monitors, fit.params.metrics);
    for (const key of Object.keys(state.program)) fit.schedule(key);
    this.#scheduler = new Scheduler(fit.planned, program, needed, build);
    this.#scheduler.restore(state);
    this.#monitors = monitors;
    // Of arrays fit knows all, and another number is what the caller means by an epoch.
    const isSaid = per === "update" && !fit.params.samples && dependsOnEpochs(run, given, read);
    this.#perEpoch = isSaid ? run.stepsPerEpoch : undefined;
    this.#fit = fit;
    this.#epoch = epoch;
    this.#share = 0;
    this.#start = position;
    this.#from = this.#count(fit);
    fit.settle = () => {
      this.#share = fit.share;
      this.#seek();
    };
  }

  epochBegin(epoch: number): void {
    this.#epoch = epoch;
    this.#share = 0;
    this.#seek();
  }

  batchBegin(fit: Fit, logs: Logs): void {
    this.#seek();
    fit.record(logs);
  }

  async epochEnd(fit: Fit, _: number, logs: Logs): Promise<void> {
    Object.assign(logs, fit.used);
    fit.settle();
    const { stopTraining } = this.#setting.model;
    if (fit.share < 1) return;
    if (this.#perEpoch !== undefined && this.#perEpoch !== fit.batches && !stopTraining) {
      refuse("run.stepsPerEpoch", `${fit.batches}, the updates of the epoch that is over`, this.#perEpoch);
    }
    const metrics: Record<string, number> = {};
    for (const monitor of this.#monitors) {
      const metric = await readMonitor(monitor, logs, stopTraining);
      if (metric === undefined) return;
      metrics[monitor.name as string] = metric;
    }
    if (this.#monitors.length > 0) this.decisions.push(...(this.#scheduler as Scheduler).observe(metrics));
  }

  /** The state to go on from. A model that was compiled anew brings its own base values. */
  #goOn({ per: _, ...before }: ScheduleCallbackState, fit: Fit, fresh: SchedulerState, first?: number): SchedulerState {
    checkSameRun(Object(before.run), fresh.run, first);
    const anew = this.#fit !== undefined && this.#fit.optimizer !== fit.optimizer;
    return anew ? { ...before, bases: fresh.bases } : before;
  }

  #count({ optimizer }: Fit): number {
    return this.#setting.per === "update" ? optimizer.iterations : this.#epoch + this.#share;
  }

  #seek(): void {
    this.#scheduler?.seek(this.position);
  }
}

/** Checks what is read of a saved state before the scheduler checks the rest. */
function checkPlace(state: ScheduleCallbackState, per: Per, groups: number): void {
  checkRestored(state, "scheduleCallback", groups);
  const expected = misfit(FROM_ZERO, state.position);
  if (expected) refuse("state.position", expected, state.position);
  if (state.per !== per) refuse("state.per", `"${per}"`, state.per);
}
