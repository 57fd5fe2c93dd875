import { expect, test } from "vitest";
import { read } from "../../src/index.ts";

const needsOf = (text: string) => read(text).flatMap(({ needs }) => needs.map(({ name, why }) => `${name}: ${why}`));

test.each([
  ["one file", "_base_ = './faster_rcnn.py'\nmodel = dict(x=3)\n", "the base config file ./faster_rcnn.py: "],
  ["several", "_base_ = ['../a.py', '../b.py']\n", "the base config files ../a.py, ../b.py: "],
  ["settings of a policy", "_base_ = 'a.py'\nlr_config = dict(step=[16, 22])\n", "the base config file a.py: "],
  ["in JSON", '{"_base_": "a.py"}', "the base config file a.py: "],
])("a schedule in the files of _base_ is asked for: %s", (_, text, why) => {
  expect(needsOf(text)).toEqual([expect.stringContaining(why)]);
  expect(read(text)).toMatchObject([{ framework: "mmengine", name: "_base_", place: { line: 1 } }]);
});

test("what the text has itself is read", () => {
  const own = "_base_ = 'a.py'\nparam_scheduler = [dict(type='MultiStepLR', milestones=[8, 11])]\n";
  expect(read(own).map(({ name }) => name)).toEqual(["param_scheduler"]);
  const older = "_base_ = 'a.py'\nlr_config = dict(policy='step', step=[8, 11])\nrunner = dict(max_epochs=12)\n";
  expect(read(older).map(({ framework }) => framework)).toEqual(["mmcv"]);
});

test.each(["_base_ = 3\n", "_base_ = 'a.yaml'\n", "_base_: {a: 1}\n"])("%s names no such files", (text) => {
  expect(() => read(text)).toThrow("expected a schedule");
});
