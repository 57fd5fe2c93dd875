import { type Plan, schedule } from "anneal";
import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";

const HEAD = "import torch\nfrom transformers import Trainer, TrainingArguments, get_constant_schedule_with_warmup\n";
const ARGUMENTS = `args = TrainingArguments("o", learning_rate=0.1, max_steps=100, warmup_steps=10)\n`;

const of = (text: string) => read(HEAD + text).at(-1);
const rates = (text: string, ...at: readonly number[]): readonly number[] => {
  const { program, run } = of(text) ?? {};
  return at.map(schedule(program?.lr as Plan, { ...run, base: run?.base ?? 1 }));
};

describe("what a text sets of the Trainer's arguments after it has made them", () => {
  test.each<[string, number, number]>([
    ["args.learning_rate = 0.5\nargs.max_steps = 210\n", 0.5, 210],
    [`args = args.set_lr_scheduler(name="linear", max_steps=210, warmup_steps=10)\n`, 0.1, 210],
    [`args.set_lr_scheduler("linear", 3, 210, 0, 10)\n`, 0.1, 210],
    [`args = args.set_training(learning_rate=0.2, max_steps=110)\n`, 0.2, 110],
    [`args = args.set_optimizer(learning_rate=0.3)\nargs.max_steps = 110\n`, 0.3, 110],
    [`args = args.set_training(0.2).set_lr_scheduler(max_steps=110, warmup_steps=10)\n`, 0.2, 110],
  ])("is what the Trainer reads: %s", (set, peak, steps) => {
    expect(rates(ARGUMENTS + set, 10, steps - 1)[0]).toBeCloseTo(peak, 12);
    expect(rates(ARGUMENTS + set, steps - 1)[0]).toBeCloseTo(peak / (steps - 10), 12);
    expect(of(ARGUMENTS + set)?.notes).toEqual([]);
  });

  test("is told where a condition decides", () => {
    const reading = of(`${ARGUMENTS}if debug:\n    args.max_steps = 5\n`);
    expect(reading?.notes.map(({ text }) => text)).toEqual([
      "the text sets max_steps of TrainingArguments later on, which is not read",
    ]);
    expect(reading?.run?.steps).toBe(100);
  });
});

describe("what schedules in place of the Trainer's arguments", () => {
  const MADE = "opt = torch.optim.AdamW(p, lr=1e-3)\n";

  test("is the scheduler that the Trainer is given, for as long as the arguments say", () => {
    const made = `${MADE}s = get_constant_schedule_with_warmup(opt, num_warmup_steps=20)\n`;
    const readings = read(`${HEAD}${ARGUMENTS}${made}t = Trainer(m, args, optimizers=(opt, s))\n`);
    expect(readings.map(({ name }) => name)).toEqual(["get_constant_schedule_with_warmup"]);
    expect([readings[0]?.unit, readings[0]?.run?.steps]).toEqual(["update", 100]);
  });

  test("is none where the Trainer is given an optimizer alone", () => {
    expect(of(`${ARGUMENTS}${MADE}t = Trainer(m, args=args, optimizers=(opt, None))\n`)?.run?.steps).toBe(100);
  });

  test("is refused, with its place, where it is not read", () => {
    const made = `${MADE}s = AdafactorSchedule(opt)\n`;
    expect(() => read(`${HEAD}${ARGUMENTS}${made}t = Trainer(m, args=args, optimizers=(opt, s))\n`)).toThrow(
      /^line 6, column \d+, TrainingArguments: expected arguments that the Trainer schedules by, received a schedule by optimizers=\(…, AdafactorSchedule\)$/,
    );
  });

  const own = (body: string) =>
    `class T(Trainer):\n    def create_scheduler(self, num_training_steps, optimizer=None):\n${body}`;

  test("is what a Trainer's own create_scheduler makes", () => {
    const body =
      "        self.lr_scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, 30)\n        return self.lr_scheduler\n";
    expect(read(`${HEAD}${own(body)}${ARGUMENTS}`).map(({ name }) => name)).toEqual(["StepLR"]);
    expect(() => read(`${HEAD}${own("        return mine(self.optimizer)\n")}${ARGUMENTS}`)).toThrow(
      "create_scheduler(…)",
    );
  });

  test("is nothing where that goes on with the Trainer's", () => {
    const body = "        return super().create_scheduler(num_training_steps, optimizer)\n";
    expect(of(`${own(body)}${ARGUMENTS}`)?.name).toBe("TrainingArguments");
  });
});
