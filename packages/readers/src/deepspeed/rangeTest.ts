import { rangeTest } from "anneal";
import { entry } from "../entry.ts";
import { each, flag, number, optional } from "../parameter.ts";
import { last, length } from "./climb.ts";
import { foundEach, optimizer, pick } from "./groups.ts";

/** `LRRangeTest`: upwards without end. */
export const lrRangeTest = entry(
  {
    optimizer,
    lr_range_test_min_lr: optional(each(number), 1e-3),
    lr_range_test_step_size: optional(length, 2000),
    lr_range_test_step_rate: optional(number, 1),
    lr_range_test_staircase: optional(flag, false),
    ...last,
  },
  (given, reader) => {
    const { optimizer, lr_range_test_min_lr, lr_range_test_step_size: every, lr_range_test_step_rate: rate } = given;
    return foundEach({ optimizer, each: { lr_range_test_min_lr } }, reader, (group) =>
      rangeTest({ from: pick(lr_range_test_min_lr, group), every, rate, staircase: given.lr_range_test_staircase }),
    );
  },
);
