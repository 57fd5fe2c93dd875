/**
 * An optimizer that is a plain object with a number in it.
 *
 * The pattern: whatever has its rate in a field `lr` is a param group, so `{ paramGroups: [it] }` is what a Scheduler
 * drives; several such objects are several groups. Read the rate, update, then `step()`. So js-pytorch's `optim.Adam`,
 * which reads its own `lr` at each step, is driven as it is: `new Scheduler({ paramGroups: [adam] }, …)`.
 */
import { format, Scheduler, warmupCosine } from "anneal";

/** Gradient descent for a line through points, with a rate for its slope and one for its height. */
class Descent {
  lr: number;
  value = 0;

  constructor(lr: number) {
    this.lr = lr;
  }

  update(gradient: number): void {
    this.value -= this.lr * gradient;
  }
}

const points = Array.from({ length: 20 }, (_, i) => ({ x: i / 20, y: 3 * (i / 20) + 1 }));
const slope = new Descent(0.5);
const height = new Descent(0.1);
const UPDATES = 200;
const plan = warmupCosine({ warmup: "10%", over: "90%", from: "0.1x" });
const scheduler = new Scheduler({ paramGroups: [slope, height] }, { lr: plan }, { steps: UPDATES });

for (let update = 0; update < UPDATES; update++) {
  const off = points.map(({ x, y }) => slope.value * x + height.value - y);
  const loss = off.reduce((sum, one) => sum + one * one, 0) / off.length;
  if (update % 20 === 0) {
    const rates = `${format(slope.lr)} ${format(height.lr)}`;
    console.log(`Update: ${update} Learning Rates: ${rates} Loss: ${loss.toFixed(6)}`);
  }
  slope.update((2 * off.reduce((sum, one, i) => sum + one * (points[i]?.x ?? 0), 0)) / off.length);
  height.update((2 * off.reduce((sum, one) => sum + one, 0)) / off.length);
  scheduler.step();
}
console.log(`Slope: ${slope.value.toFixed(3)} Height: ${height.value.toFixed(3)}`);
