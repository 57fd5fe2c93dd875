import { format, type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { type Reading, read, type Values } from "../../src/index.ts";

const only = (text: string, values: Values = {}): Reading =>
  read(`import tensorflow as tf\n${text}`, { values })[0] as Reading;
const rates = ({ program, run, functions = {} }: Reading, at: readonly number[]): readonly string[] =>
  at.map(schedule(program?.lr as Plan, run ?? {}, { functions })).map(format);

const NOAM = `class Noam(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, d_model, warmup=4):
        super().__init__()
        self.d_model = tf.cast(d_model, tf.float32)
        self.warmup = warmup
    def __call__(self, step):
        return tf.math.rsqrt(self.d_model) * tf.minimum(tf.math.rsqrt(step), step * self.warmup**-1.5)
`;

describe("a class of the text's own that extends Keras's", () => {
  it("is what its __call__ computes", () => {
    const reading = only(`${NOAM}opt = tf.keras.optimizers.Adam(Noam(4))`);
    expect([reading.framework, reading.name, reading.unit, reading.needs]).toEqual(["keras", "Noam", "update", []]);
    expect(rates(reading, [0, 2, 4, 16])).toEqual(["0", "0.125", "0.25", "0.125"]);
  });

  it("asks for what it takes where the text makes none, and takes what it takes by default", () => {
    expect(only(NOAM).needs.map(({ name }) => name)).toEqual(["d_model"]);
    const reading = only(NOAM, { d_model: 4 });
    expect(rates(reading, [4, 16])).toEqual(["0.25", "0.125"]);
    expect(reading.notes.map(({ text }) => text)).toContain(
      "the text makes no Noam: what it takes by default is taken",
    );
  });

  it("is refused where it changes itself", () => {
    const text = NOAM.replace("        return", "        self.warmup = self.warmup + 1\n        return");
    expect(only(`${text}s = Noam(4)`).needs[0]?.why).toContain("a field that it changes");
  });

  it("is called where a callback's function calls what is made of a class", () => {
    const text = `class Drop:
    def __init__(self, rate):
        self.rate = rate
    def __call__(self, epoch):
        return self.rate * 0.5 ** (epoch // 2)
drop = Drop(0.1)
c = tf.keras.callbacks.LearningRateScheduler(lambda epoch: drop(epoch))`;
    expect(rates(only(text), [0, 1, 2, 4])).toEqual(["0.1", "0.1", "0.05", "0.025"]);
  });
});
