import { type BoundController, bindReducer } from "../../controllers/bindReducer.ts";
import { type Decision, tellDecision } from "../../controllers/decision.ts";
import { finiteOrNull } from "../../controllers/finiteOrNull.ts";
import { type Plateau, plateauReducer } from "../../controllers/plateau.ts";
import type { ControllerState } from "../../controllers/reducer.ts";
import { Problems, refuse } from "../../error.ts";
import { checkState, type SchedulerState } from "../../scheduler/state.ts";
import { VERSION } from "../../version.ts";
import { checkRestored } from "./checkRestored.ts";
import type { Fit } from "./fit.ts";
import type { Handlers, Logs } from "./fitCallback.ts";
import { checkMonitors, type Monitor, readMonitor } from "./monitor.ts";
import type { TfjsModel } from "./tfjsModel.ts";

/** What a plateau watches, and with which settings. */
export interface Setting {
  readonly model: TfjsModel;
  readonly monitor: string;
  readonly plateau: Plateau;
  readonly restored: SchedulerState | null | undefined;
}

/** Scales the rates of the fits of one training: those that a schedule gives, or those that the optimizer has. */
export class PlateauInFit implements Handlers {
  readonly decisions: Decision[] = [];
  readonly #setting: Setting;
  readonly #monitor: Monitor;
  #bound: BoundController | undefined;
  #controller: ControllerState | undefined;
  #fit: Fit | undefined;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#monitor = { path: "monitor", name: setting.monitor };
  }

  state(): SchedulerState {
    if (this.#fit) return this.#stateOf(this.#fit, this.#controller as ControllerState);
    return this.#setting.restored ?? refuse("callback", "one that a fit has begun with", "a new one");
  }

  begin(fit: Fit): void {
    const { plateau, restored } = this.#setting;
    checkMonitors([this.#monitor], fit.params.metrics);
    const problems = new Problems();
    const groups = fit.groups.length;
    const bound = bindReducer(plateauReducer, plateau, groups, "plateau", problems);
    let controller = this.#controller ?? bound.start(fit.groups.map(() => 1));
    let bases: readonly number[] | undefined;
    if (this.#controller === undefined && restored) {
      checkRestored(restored, "plateauCallback", groups);
      checkState(restored, this.#stateOf(fit, controller));
      controller = bound.read(restored.controllers.lr?.[0], "state.controllers.lr[0]", problems);
      bases = restored.bases.lr;
    }
    problems.throwIfAny();
    const { scales } = controller;
    if (scales.length !== groups) refuse("optimizer.paramGroups", `${scales.length} as before`, fit.groups);
    fit.scaleBy(this, scales);
    fit.log("lr");
    const last = this.#fit?.rates;
    // Where a schedule gives the rates it writes its own over these.
    fit.atStart(() => {
      fit.write(bases ?? fit.unscaled(last));
      fit.groups.forEach((group, i) => {
        group.initialLr ??= fit.rates[i] as number;
      });
    });
    this.#bound = bound;
    this.#controller = controller;
    this.#fit = fit;
  }

  batchBegin(fit: Fit, logs: Logs): void {
    fit.record(logs);
  }

  async epochEnd(fit: Fit, epoch: number, logs: Logs): Promise<void> {
    Object.assign(logs, fit.used);
    if (fit.share < 1) return;
    const metric = await readMonitor(this.#monitor, logs, this.#setting.model.stopTraining);
    if (metric === undefined) return;
    fit.settle();
    const from = fit.groups.map(({ lr }) => lr as number);
    const before = this.#controller as ControllerState;
    const { state, reason } = (this.#bound as BoundController).next(before, metric, from);
    this.#controller = state;
    if (reason === undefined) return;
    fit.scaleBy(this, state.scales);
    fit.write();
    const to = fit.groups.map(({ lr }) => lr as number);
    const seen = { position: epoch + 1, epoch: state.epoch, metric: finiteOrNull(metric) };
    this.decisions.push(tellDecision({ key: "lr", ...seen, reason, from, to }, before.scales, state.scales));
  }

  #stateOf({ rates }: Fit, controller: ControllerState): SchedulerState {
    const { plateau, monitor } = this.#setting;
    return {
      version: VERSION,
      program: { lr: { plan: { kind: "constant", value: "1x" }, controllers: { ...plateau, monitor } } },
      run: {},
      bases: { lr: [...rates] },
      position: controller.epoch,
      controllers: { lr: [controller] },
    };
  }
}
