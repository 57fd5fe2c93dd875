import { describe, expect, test } from "vitest";
import { read } from "../src/index.ts";

describe("a text that plainly has a schedule which is not known is told so, with its place", () => {
  test.each<[string, string, RegExp]>([
    [
      "a class of another library",
      "from x import NoamLR\ns = NoamLR(opt, 3)\n",
      /^line 2, column 5: .*received NoamLR\(…\), which is none of theirs; the nearest is \w+$/,
    ],
    [
      "its own class",
      "class NoamLR(Base):\n    pass\ns = NoamLR(opt, 3)\n",
      /^line 3, column 5: .*received NoamLR\(…\), which is the text's own/,
    ],
    [
      "a function",
      "from x import get_magic_schedule\ns = get_magic_schedule(opt, 3)\n",
      /^line 2, column 5: .*received get_magic_schedule\(…\)/,
    ],
    [
      "the Trainer's arguments on a command line",
      "from transformers import HfArgumentParser\np = HfArgumentParser(A)\nargs, = p.parse_args_into_dataclasses()\n",
      /^line 2, column 5: .*received HfArgumentParser\(…\), whose arguments are a command line's$/,
    ],
    [
      "a rate that is set from a list that cannot be read, and not a module that is called like a schedule",
      'from torch import nn\nm = nn.Sequential(a)\nlrs = values(1)\nfor it in x:\n  for group in opt.param_groups:\n    group["lr"] = lrs[it]\n',
      /^line 6, column 5: .*received group\["lr"\] = lrs\[it\], which sets the rate by what cannot be read$/,
    ],
    [
      "one that is nearly known",
      "from x import CosineAnnealingWarmupRestarts\n\ns = CosineAnnealingWarmupRestarts(opt)\n",
      /^line 3, column 5: .*CosineAnnealingWarmupRestarts.*did you mean CosineAnnealingWarmRestarts\?$/,
    ],
    [
      "a setting in YAML",
      "model:\n  lr_scheduler: fancy\n  x: 3\n",
      /^line 2, column 3: .*received model\.lr_scheduler "fancy", in a form of none of theirs$/,
    ],
    [
      "a block in YAML",
      "training:\n  lr_scheduler:\n    name: fancy\n",
      /^line 2, column 3: .*received training\.lr_scheduler, in a form of none/,
    ],
    ["a setting in JSON", '{"a": 1, "lr_schedule": "magic"}', /^line 1, column 10: .*received lr_schedule "magic"/],
    ["a setting in TOML", '[a]\nlr_scheduler = "magic"\n', /line 2, column 1: .*received a\.lr_scheduler "magic"/],
  ])("%s", (_, text, told) => expect(() => read(text)).toThrow(told));

  test.each(["x = 3\nprint(x)\n", "a: 1\nscheduler_port: 3\n", '{"lr_scheduler": null}'])("%s has none", (text) => {
    expect(() => read(text)).toThrow(/received (?!.*(?:none of theirs; the|in a form of none))/);
  });

  test("may have any name", () => {
    expect(() => read(`${"x".repeat(500)}LR(3)\n`)).toThrow("which is");
    expect(() => read(`{"__proto__": {"lr_scheduler": "x"}}`)).toThrow("__proto__.lr_scheduler");
  });
});
