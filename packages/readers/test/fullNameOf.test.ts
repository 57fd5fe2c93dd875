import { expect, test } from "vitest";
import type { Entry } from "../src/entry.ts";
import type { Framework } from "../src/framework.ts";
import { fullNameOf } from "../src/fullNameOf.ts";

const entry: Entry = { read: () => undefined };
const one: Framework = {
  name: "one",
  entries: { "torch.optim.lr_scheduler.StepLR": entry, "torch.optim.lr_scheduler.X": entry },
};
const two: Framework = { name: "two", entries: { "mm.optim.StepLR": entry, "mm.optim.scheduler.Y": entry } };
const three: Framework = { name: "three", entries: { "keras.schedules.Z": entry } };

test.each<[string, boolean, string | undefined]>([
  ["torch.optim.lr_scheduler.X", true, "torch.optim.lr_scheduler.X"],
  ["lr_scheduler.X", false, "torch.optim.lr_scheduler.X"],
  ["utils.lr_scheduler.X", false, "torch.optim.lr_scheduler.X"],
  ["utils.lr_scheduler.X", true, "torch.optim.lr_scheduler.X"],
  ["X", false, "torch.optim.lr_scheduler.X"],
  ["utils.X", false, "torch.optim.lr_scheduler.X"],
  ["utils.X", true, undefined],
  ["StepLR", false, "torch.optim.lr_scheduler.StepLR"],
  ["mm.StepLR", true, "mm.optim.StepLR"],
  ["mm.deep.Y", true, "mm.optim.scheduler.Y"],
  ["mm.X", true, undefined],
  ["tensorflow.keras.schedules.Z", true, "keras.schedules.Z"],
  ["__main__.X", false, undefined],
  ["__main__.lr_scheduler.X", false, undefined],
  ["constructor", false, undefined],
  ["torch.__proto__", true, undefined],
  ["", false, undefined],
])("%s (imported: %s) is %s", (name, imported, full) => {
  expect(fullNameOf({ name, imported }, [one, two, three])).toBe(full);
});

test("of several, the first framework that is asked about", () => {
  expect(fullNameOf({ name: "StepLR", imported: false }, [two, one])).toBe("mm.optim.StepLR");
});
