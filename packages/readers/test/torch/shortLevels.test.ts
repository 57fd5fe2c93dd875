import { type Plan, schedule } from "anneal";
import { expect, test } from "vitest";
import { read } from "../../src/read.ts";

const IMPORTS = "import bisect\nfrom torch.optim.lr_scheduler import LambdaLR\n";
const values = { lr: 1, "args.at": 1730 };

/** Functions of which one epoch, 1730, is 9 and all others are 1; its number is not in the lambda's own text. */
test.each([
  [
    "in a function that it calls",
    `def level(step):
    if step < 1730:
        return 1
    if step < 1731:
        return 9
    return 1
scheduler = LambdaLR(optimizer, lambda step: level(step))`,
  ],
  ["in a variable", "at = 1730\nscheduler = LambdaLR(optimizer, lambda step: 9 if step == at else 1)"],
  [
    "in a list",
    "STARTS = [1730, 1731]\nscheduler = LambdaLR(optimizer, lambda step: [1, 9, 1][bisect.bisect_right(STARTS, step)])",
  ],
  [
    "beside one that is far away",
    "scheduler = LambdaLR(optimizer, lambda step: 3 if step == 999999999 else 9 if step == 1730 else 1)",
  ],
  ["in what it was given", "scheduler = LambdaLR(optimizer, lambda step: 9 if step == args.at else 1)"],
])("a short level is not overlooked whose epoch stands %s", (_, text) => {
  const [reading, ...more] = read(`${IMPORTS}${text}\n`, { values });
  expect(more).toEqual([]);
  const rate = schedule(reading?.program?.lr as Plan, { base: 1 }, { functions: reading?.functions ?? {} });
  expect([0, 1729, 1730, 1731, 5000].map(rate)).toEqual([1, 1, 9, 1, 1]);
});

test("a change is found however late it is, if its epoch is written", () => {
  const text = "scheduler = LambdaLR(optimizer, lambda step: 1 if step < 999999999 else 0.5)";
  const [reading] = read(`${IMPORTS}${text}\n`, { values });
  const rate = schedule(reading?.program?.lr as Plan, { base: 1 }, { functions: reading?.functions ?? {} });
  expect([0, 999_999_998, 999_999_999].map(rate)).toEqual([1, 1, 0.5]);
});

test("stairs that are late by a step are not taken for others, nor restarts that grow for a line", () => {
  const text = `
def restarts(step):
    return (1 + math.cos(math.pi * (step % 3) / 3)) / 2 * 1.0177 ** min(step // 3, 40000)
one = LambdaLR(optimizer, lambda step: 0.6688 ** ((step + 1) // 2833))
other = LambdaLR(optimizer, lambda step: step / 85 if step < 85 else restarts(step - 85))
`;
  const [one, other] = read(`import math\n${IMPORTS}${text}`, { values }).map(({ program, functions = {} }) =>
    schedule(program?.lr as Plan, { base: 1 }, { functions }),
  );
  const second = expect.closeTo(0.6688 ** 2, 12);
  expect([2831, 2832, 5664, 5665].map((step) => one?.(step))).toEqual([1, 0.6688, 0.6688, second]);
  expect([0, 17, 85, 86, 88].map((step) => other?.(step))).toEqual(
    [0, 0.2, 1, 0.75, 1.0177].map((rate) => expect.closeTo(rate, 12)),
  );
});
