import { describe, expect, it } from "vitest";
import { read } from "../src/index.ts";

const HEAD = "import torch\nopt = torch.optim.SGD(p, lr=0.1)\n";
const MADE = "s = torch.optim.lr_scheduler.StepLR(opt, 30)\n";
const LOOP = "for epoch in range(90):\n    opt.step()\n    s.step()\n";
const SET = "the text sets a group's rate itself, too: what comes of that is not read";

/** Whether the first schedule of a text is one that can be told, and the line of the note on rates that the text sets. */
function toldOf(text: string): readonly [boolean, number | undefined] {
  const [{ isUnclocked = false, notes } = { notes: [] }] = read(text);
  return [!isUnclocked, notes.find((note) => note.text === SET)?.place?.line];
}

describe("a schedule beside rates that the text sets itself", () => {
  it.each([
    ["before it", `${HEAD}opt.param_groups[0]["lr"] = 0.3\n${MADE}${LOOP}`, 3],
    ["of each group", `${HEAD}for g in opt.param_groups:\n    g["lr"] *= 0.5\n${MADE}${LOOP}`, 4],
    [
      "in its loop",
      `${HEAD}${MADE}${LOOP}    if epoch == 5:\n        for g in opt.param_groups:\n            g['lr'] = 0.02\n`,
      9,
    ],
    [
      "in a function that is called",
      `import torch\ndef main():\n    opt = torch.optim.SGD(p, lr=0.1)\n    opt.param_groups[0]["lr"] = 0.3\n${`${MADE}${LOOP}`.replaceAll(/^(?=.)/gm, "    ")}main()\n`,
      4,
    ],
  ])("cannot be told: %s", (_, text, line) => {
    expect(toldOf(text)).toEqual([false, line]);
  });

  it.each([
    [
      "that are only looked at",
      `${HEAD}${MADE}${LOOP}    print(opt.param_groups[0]["lr"])\n    now = opt.param_groups[0]["lr"]\n`,
    ],
    [
      "of something else",
      `${HEAD}cfg["lr"] = 0.3\nlogs = {}\nlogs["lr"] = 0.2\nhistory.groups["lr"] = 1\n${MADE}${LOOP}`,
    ],
    ["in a function that nobody calls", `${HEAD}def later(o):\n    o.param_groups[0]["lr"] = 0.3\n${MADE}${LOOP}`],
  ])("can be told: %s", (_, text) => {
    expect(toldOf(text)).toEqual([true, undefined]);
  });
});
