import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { read } from "../../src/read.ts";

const PLAIN = `optimizer:
  _target_: torch.optim.AdamW
  lr: 1e-3
scheduler:
  _target_: torch.optim.lr_scheduler.CosineAnnealingLR
  T_max: 100
  eta_min: 1e-6
`;

const NESTED = `model:
  optimizer:
    _target_: torch.optim.SGD
    _partial_: true
    lr: 0.1
trainer:
  max_epochs: 95
  lr_scheduler:
    _target_: torch.optim.lr_scheduler.SequentialLR
    _partial_: true
    milestones: [5]
    schedulers:
      - _target_: torch.optim.lr_scheduler.LinearLR
        start_factor: 0.1
        total_iters: 5
      - _target_: torch.optim.lr_scheduler.StepLR
        step_size: \${trainer.max_epochs}
`;

describe("a configuration of Hydra's", () => {
  it("is read as the call that instantiate makes, with its optimizer's rate", () => {
    const [reading] = read(PLAIN);
    expect(reading).toMatchObject({ framework: "torch", name: "CosineAnnealingLR", needs: [], problems: [] });
    expect(reading?.run?.base).toBe(1e-3);
    const lr = schedule(reading?.program?.lr as Plan, { base: 1e-3 });
    expect(lr(0)).toBe(1e-3);
    expect(lr(50)).toBeCloseTo((1e-3 + 1e-6) / 2, 15);
    expect(lr(100)).toBeCloseTo(1e-6, 15);
  });

  it("may hold others, and what stands elsewhere in it", () => {
    const [reading, ...others] = read(NESTED);
    expect([reading?.name, others]).toEqual(["SequentialLR", []]);
    const lr = schedule(reading?.program?.lr as Plan, reading?.run);
    expect([0, 5, 99, 100].map(lr)).toEqual([expect.closeTo(0.01, 15), 0.1, 0.1, expect.closeTo(0.01, 15)]);
  });

  it("asks for what is said when it runs", () => {
    const missing = PLAIN.replace("100", "???");
    expect(read(missing)[0]?.needs.map(({ name }) => name)).toEqual(["scheduler.T_max"]);
    expect(read(missing, { values: { "scheduler.T_max": 100 } })[0]?.program).toEqual(read(PLAIN)[0]?.program);
  });

  it("takes no optimizer's rate where there are several", () => {
    const two = `${PLAIN}other:\n  _target_: torch.optim.SGD\n  lr: 0.5\n`;
    expect(read(two)[0]?.run?.base).toBeUndefined();
  });

  it("has what is wrong told with its place", () => {
    expect(() => read(PLAIN.replace("T_max", "T_maxi"))).toThrow(/line 6, column 3.*CosineAnnealingLR\(T_maxi\)/);
    expect(() => read(PLAIN.replace("CosineAnn", "CosinAnn"))).toThrow("did you mean CosineAnnealingLR?");
  });
});
