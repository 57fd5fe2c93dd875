import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "convert-base-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

describe("the rate that written code expects of the optimizer", () => {
  const optax = file(
    "schedule.py",
    "import optax\ns = optax.warmup_cosine_decay_schedule(0.0, 3e-4, 100, 1000, end_value=1e-5)\n",
  );

  it("is the highest where the source says every rate itself", async () => {
    const { code, out } = await anneal(["convert", optax, "--to", "pytorch", "--steps", "1000"]);
    expect(code).toBe(0);
    expect(out).toContain("For an optimizer whose lr is 3e-4,");
    expect(out).toContain("CosineAnnealingLR(optimizer, T_max=900, eta_min=1e-5)");
    const yaml = await anneal(["convert", optax, "--to", "detectron2", "--steps", "1000"]);
    expect(yaml.out).toContain("BASE_LR: 3.0e-4\n");
  });

  it("is no other where a target has none, or somebody says it", async () => {
    const own = await anneal(["convert", optax, "--to", "pytorch", "--steps", "1000", "--base", "1"]);
    expect(own.out).toContain("For an optimizer whose lr is 1,");
    const python = await anneal(["convert", optax, "--to", "python", "--steps", "1000"]);
    expect(python.out).toContain("return 3e-4 * step / 100\n");
    const none = await anneal(["convert", "constant({value: 0})", "--to", "pytorch", "--steps", "10"]);
    expect(none.out).toContain("For an optimizer whose lr is 1,");
  });

  it("is found also far inside of a long run", async () => {
    const at = "piecewise({from: 0.1, at: [1234567, 1234569], to: [0.5, 0.2]})";
    const { out } = await anneal(["convert", at, "--to", "pytorch", "--steps", "9000000"]);
    expect(out).toContain("For an optimizer whose lr is 0.5,");
  });

  it("is Keras's own where an optimizer is said by name, with a note", async () => {
    const rule = "def rule(epoch):\n    return 1e-3 if epoch < 30 else 1e-4\n";
    const fit = "model.fit(x, y, epochs=60, callbacks=[keras.callbacks.LearningRateScheduler(rule)])\n";
    const keras = (optimizer: string) =>
      file("train.py", `import keras\n${rule}model.compile(optimizer=${optimizer}, loss="mse")\n${fit}`);
    const { code, out, err } = await anneal(["convert", keras('"adam"'), "--to", "pytorch"]);
    expect(code).toBe(0);
    expect(out).toContain("MultiStepLR(optimizer, milestones=[30], gamma=0.1)");
    expect(out).toContain("For an optimizer whose lr is 1e-3,");
    expect(err).toContain('optimizer="adam" begins with Keras\'s own rate, 0.001\n');
    const sgd = await anneal(["convert", keras('"sgd"'), "--to", "pytorch"]);
    expect(sgd.out).toContain("For an optimizer whose lr is 0.01,");
  });
});
