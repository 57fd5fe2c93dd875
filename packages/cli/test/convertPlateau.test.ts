import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "convert-plateau-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

const SCRIPT = `
from torch.optim.lr_scheduler import ReduceLROnPlateau
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, "max", factor=0.5, patience=5, threshold=0.01, threshold_mode="abs", min_lr=1e-3)
for epoch in range(90):
    scheduler.step(validate())
`;
const python = file("plateau.py", SCRIPT);

const convert = async (source: string, to: string, ...flags: readonly string[]) => {
  const { code, out, err } = await anneal(["convert", source, "--to", to, ...flags]);
  return { code, err, out: out.replaceAll(/\s+/g, " ") };
};

describe("anneal convert of what follows a metric", () => {
  it.each([
    [
      "pytorch",
      'ReduceLROnPlateau( optimizer, mode="max", factor=0.5, patience=5, threshold=0.01, threshold_mode="abs"',
    ],
    ["huggingface", 'get_scheduler( "reduce_lr_on_plateau", optimizer, scheduler_specific_kwargs={ "mode": "max"'],
    ["mmengine", 'type="ReduceOnPlateauLR", monitor="loss", rule="greater", factor=0.5, patience=5, threshold=0.01'],
    ["keras", 'ReduceLROnPlateau( monitor="val_loss", factor=0.5, patience=6, mode="max", min_delta=0.01, min_lr=1e-3'],
  ])("writes %s's own scheduler, and that is exact", async (to, words) => {
    const { code, out, err } = await convert(python, to);
    expect(out).toContain(words);
    expect(err).toMatch(/^exact\n/);
    expect(err).not.toContain("left out");
    expect(code).toBe(0);
  });

  it("says what is different there", async () => {
    const { code, out, err } = await convert(python, "timm");
    expect(out).toContain('PlateauLRScheduler( optimizer, mode="max", decay_rate=0.5');
    expect(err).toMatch(/^not exact\n/);
    expect(err).toContain("note: a metric has to beat the best by 0.01, and there by 0.01 of it\n");
    expect(code).toBe(1);
  });

  it("keeps it in a plan, which is read again", async () => {
    const { code, out } = await anneal(["convert", python, "--to", "plan"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).program.lr.controllers).toEqual([
      { kind: "plateau", mode: "max", factor: 0.5, patience: 5, atol: 0.01, cooldown: 0, minRate: 1e-3, eps: 1e-8 },
    ]);
    const saved = file("plan.json", out);
    for (const to of ["pytorch", "keras"]) {
      const [a, b] = [await convert(python, to), await convert(saved, to)];
      expect([b.code, b.out]).toEqual([a.code, a.out]);
    }
    expect((await anneal(["convert", saved, "--to", "plan"])).out).toBe(out);
  });

  const warm = { kind: "linear", from: "0.1x", to: "1x", over: 5 };
  const saved = (program: object, more: object = {}): string =>
    file("program.json", JSON.stringify({ program: { lr: program }, run: { base: 0.1, steps: 100 }, ...more }));

  it("writes a warm-up and then a plateau", async () => {
    const program = saved({ plan: warm, controllers: { kind: "plateau", patience: 3 } });
    const torch = await convert(program, "pytorch");
    expect(torch.out).toContain(
      "warmup = LinearLR(optimizer, start_factor=0.1, total_iters=5) plateau = ReduceLROnPlateau(",
    );
    expect(torch.code).toBe(0);
    const timm = await convert(program, "timm");
    expect(timm.err).toContain("timm's plateau counts the epochs of its warm-up, and a step of it is no epoch here");
    expect([timm.code, (await convert(program, "timm", "--steps-per-epoch", "1")).code]).toEqual([1, 0]);
  });

  it("leaves it out where there are no words for it, and for what a state has begun", async () => {
    const cosine = { kind: "cosine", from: "1x", to: 0.01, over: 90 };
    const own = { kind: "plateau", patience: 3 };
    const both = await convert(saved({ plan: cosine, controllers: [own] }), "pytorch");
    expect(both.out).toContain("CosineAnnealingLR(optimizer, T_max=90, eta_min=0.01)");
    expect(both.err).toContain("note: what follows the metric is left out: ");
    expect(both.code).toBe(1);
    const javascript = await convert(saved({ plan: cosine, controllers: [own] }), "javascript");
    expect(javascript.err).toContain("note: a metric scales lr: by how much is not known, and left out\n");
    expect(javascript.code).toBe(1);
    const two = await convert(saved({ plan: warm, controllers: [own, own] }), "pytorch");
    expect([two.code, two.out.includes("Plateau")]).toEqual([1, false]);
    const state = { epoch: 3, best: 1, bad: 1, cooldown: 0, count: 0, mean: 0, scales: [0.5] };
    const begun = saved({ plan: warm, controllers: [own] }, { position: 3, controllers: { lr: [state] } });
    const goesOn = await convert(begun, "pytorch");
    expect([goesOn.code, goesOn.out.includes("Plateau")]).toEqual([1, false]);
  });

  it("is of the group that is chosen, and cannot be verified", async () => {
    const controllers = { kind: "plateau", minRate: [1e-3, 1e-4] };
    const groups = saved({ plan: { kind: "constant", value: "1x" }, controllers }, { bases: [0.1, 0.01] });
    const { out, code } = await convert(groups, "pytorch", "--group", "1");
    expect([code, out.includes("min_lr=1e-4")]).toEqual([0, true]);
    const verified = await convert(groups, "pytorch", "--verify");
    expect(verified.err).toContain("not verified: a metric decides its rates");
    expect([verified.code, verified.out.includes("min_lr=1e-3")]).toEqual([2, true]);
  });
});
