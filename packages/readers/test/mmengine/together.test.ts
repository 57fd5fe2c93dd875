import { type Plan, schedule } from "anneal";
import { expect, test } from "vitest";
import { read } from "../../src/read.ts";

const before = 'train_cfg = dict(by_epoch=False, max_iters=100)\noptim_wrapper = dict(optimizer=dict(type="SGD"))\n';
const cosine = 'dict(type="CosineAnnealingLR", T_max=10, eta_min=0.1, begin=3, end=14, by_epoch=False)';

function rates(items: string, steps: readonly number[]): readonly number[] {
  const [reading] = read(`${before}param_scheduler = [${items}]\n`, { values: { lr: 1 } });
  expect(reading?.needs).toEqual([]);
  return steps.map(schedule(reading?.program?.lr as Plan, reading?.run ?? {}));
}

const near = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 14));

test("milestones after a cosine's end act after it, wherever their window begins", () => {
  const items = `${cosine}, dict(type="MultiStepLR", milestones=[20], gamma=0.5, by_epoch=False)`;
  expect(rates(items, [0, 3, 8, 13, 19, 20, 99])).toEqual(near([1, 1, 0.55, 0.1, 0.1, 0.05, 0.05]));
});

test("milestones that are over before a cosine begins are what it goes on from", () => {
  const items = `dict(type="MultiStepLR", milestones=[2], gamma=0.5, by_epoch=False), ${cosine.replace("end=14", "end=13")}`;
  expect(rates(items, [0, 1, 2, 3, 8])).toEqual(near([1, 1, 0.5, 0.5, 0.3]));
});

test("a scheduler whose window is one step is not there", () => {
  const items = `${cosine.replace("end=14", "end=4")}, dict(type="MultiStepLR", milestones=[4], gamma=0.5, by_epoch=False)`;
  expect(rates(items, [0, 3, 4, 50])).toEqual([1, 1, 0.5, 0.5]);
});

test("milestones inside of a cosine are a recurrence", () => {
  const items = `${cosine}, dict(type="MultiStepLR", milestones=[9], gamma=0.5, by_epoch=False)`;
  expect(() => rates(items, [0])).toThrow("a recurrence and no plan");
});

test("a milestone at a cosine's last step multiplies what that leaves, if it comes later in the list", () => {
  const milestone = 'dict(type="MultiStepLR", milestones=[13], gamma=0.5, by_epoch=False)';
  expect(rates(`${cosine}, ${milestone}`, [8, 13, 14, 50])).toEqual(near([0.55, 0.05, 0.05, 0.05]));
  expect(() => rates(`${milestone}, ${cosine}`, [0])).toThrow("a recurrence and no plan");
});

test("the last of the list takes over at the last step of a warm-up", () => {
  const warm = 'dict(type="LinearLR", start_factor=0.5, end=4, by_epoch=False)';
  const restart = 'dict(type="CosineRestartLR", periods=[10], restart_weights=[1], eta_min=0, begin=3, by_epoch=False)';
  expect(rates(`${warm}, ${restart}`, [0, 3, 8])).toEqual(near([0.5, 1, 0.5]));
  const lower = warm.replace("0.5", "0.5, end_factor=0.8");
  expect(rates(`${lower}, ${cosine}`, [0, 3, 4, 8, 13])).toEqual(
    near([0.5, 0.8, 0.1 + (0.7 * (1 + Math.cos(0.1 * Math.PI))) / 2, 0.45, 0.1]),
  );
});
