import { describe, expect, it } from "vitest";
import { edited, editsIn } from "../src/commands/resume/edits.ts";

const OLD = { steps: 2000, stepsPerEpoch: 100 };
const NEXT = { steps: 4000, stepsPerEpoch: 100 };

describe("the numbers that say how long a run is", () => {
  it.each([
    ["EPOCHS = 20\n", "EPOCHS = 40\n"],
    ["epochs: int = 20\n", "epochs: int = 40\n"],
    ["Trainer(max_epochs=20, warmup_epochs=20)", "Trainer(max_epochs=40, warmup_epochs=20)"],
    ['{"max_steps": 2000, "eval_steps": 2000}', '{"max_steps": 4000, "eval_steps": 2000}'],
    ["max_iters: 2_000\n", "max_iters: 4000\n"],
    ["train.py --num_train_epochs 20 --epochs=20", "train.py --num_train_epochs 40 --epochs=40"],
    ['parser.add_argument("--epochs", type=int, default=20)', 'parser.add_argument("--epochs", type=int, default=40)'],
  ])("are found in %j", (text, expected) => {
    expect(edited(text, editsIn(text, OLD, NEXT))).toBe(expected);
  });

  it.each(["EPOCHS = 200", "x = 20", "lr = 20.5", "n20_epochs", "epochs = 20.", "epochs = n_20"])(
    "are none in %j",
    (text) => {
      const changed = edited(text, editsIn(text, OLD, NEXT));
      expect(changed.replace("40", "20.")).toBe(text);
    },
  );

  it("are looked for in a time that grows with the text", () => {
    for (const text of [
      "-".repeat(1e6),
      '--a"'.repeat(2e5),
      "a ".repeat(5e5),
      `a${" ".repeat(1e6)}`,
      "9".repeat(1e6),
    ]) {
      expect(editsIn(text, OLD, NEXT)).toEqual([]);
    }
  });
});
