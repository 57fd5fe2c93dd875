import { SGDOptimizer } from "@tensorflow/tfjs-core";
import { cosine, Scheduler } from "anneal";
import { paramGroups } from "anneal/tfjs";
import { median } from "../../harness/median.ts";
import { report } from "../../harness/report.ts";

/*
 * Preloaded into a training program, it steps a scheduler after each of its updates, and prints at the end what that
 * cost: between two real updates, with the caches as those leave them.
 */
const REHEARSAL = 20_000;
const WARM_UP = 500;

const now = () => Number(process.hrtime.bigint()) / 1000;

/** Times, in microseconds: of a step, of TensorFlow.js's own setter alone (in turn with it), and of an update. */
class Probe {
  readonly #work: readonly (() => void)[];
  readonly #spent: readonly number[][] = [[], []];
  readonly #updates: number[] = [];
  #count = -WARM_UP;
  #left = now();

  constructor(optimizer: SGDOptimizer) {
    // A rate that changes at every update, so that every step writes it, through TensorFlow.js's setter.
    const plan = cosine({ from: "1x", to: 0, over: "rest" });
    const scheduler = new Scheduler(paramGroups(optimizer), { lr: plan }, { steps: REHEARSAL });
    // What the JIT compiler knows late in a run of many thousand updates, it must know here.
    for (let i = 0; i < REHEARSAL; i++) scheduler.step();
    scheduler.seek(0);
    this.#work = [() => scheduler.step(), () => optimizer.setLearningRate(1e-9 * (this.#count + WARM_UP + 1))];
  }

  afterUpdate(): void {
    const turn = Math.abs(this.#count++ % 2);
    const start = now();
    this.#work[turn]?.();
    const end = now();
    if (this.#count > 0) {
      this.#spent[turn]?.push(end - start);
      this.#updates.push(start - this.#left);
    }
    this.#left = now();
  }

  result(): Record<string, number> {
    const [step, setter] = this.#spent.map(median) as [number, number];
    return { step, setter, update: median(this.#updates), updates: this.#updates.length };
  }
}

let probe: Probe | undefined;
const { applyGradients } = SGDOptimizer.prototype;
SGDOptimizer.prototype.applyGradients = function (this: SGDOptimizer, ...gradients) {
  applyGradients.apply(this, gradients);
  probe ??= new Probe(this);
  probe.afterUpdate();
};
process.on("exit", () => {
  if (probe !== undefined) report(probe.result());
});
