import { type Plan, type Run, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { read } from "../src/read.ts";

const GROUPS = `import argparse

from torch import optim

parser = argparse.ArgumentParser()
parser.add_argument("--weights", default="freeze", choices=("finetune", "freeze"))
args = parser.parse_args()
groups = [dict(params=model.fc.parameters(), lr=0.3)]
if args.weights == "finetune":
    groups.append(dict(params=model.body.parameters(), lr=0.02))
optimizer = optim.SGD(groups, 0, momentum=0.9)
scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, 100)
`;

const JOINED = `import optax

pieces = []
boundaries = []
if config.warmup > 0:
    pieces.append(optax.linear_schedule(0.0, 1.0, config.warmup))
    boundaries.append(config.warmup)
pieces.append(optax.cosine_decay_schedule(1.0, 100))
if config.rest > 0:
    pieces.append(optax.constant_schedule(0.25))
    boundaries.append(config.warmup + 100)
schedule = optax.join_schedules(pieces, boundaries)
`;

describe("lists that a text appends to where a condition is not known", () => {
  it("the groups that are there by a flag's default have their rates", () => {
    const [reading] = read(GROUPS);
    expect(reading).toMatchObject({ needs: [], run: { base: 0.3 } });
    expect(reading?.notes.map(({ text }) => text)).toContain('args.weights is the default "freeze" of --weights');
    const [both] = read(GROUPS, { values: { "args.weights": "finetune" } });
    expect(both?.bases).toEqual([0.3, 0.02]);
  });

  it("what decides between groups is asked for, and what does not is not", () => {
    const unknown = GROUPS.replace(/^(?:import argparse|parser.*|args = .*)\n/gm, "");
    const [asked] = read(unknown);
    expect(asked?.needs.map(({ name }) => name)).toEqual(["args.weights"]);
    const one = unknown.replaceAll(/, lr=0\.\d+/g, "").replace("SGD(groups, 0,", "SGD(groups, 0.1,");
    const [alike] = read(one);
    expect(alike).toMatchObject({ needs: [], run: { base: 0.1 } });
  });

  it("all that is appended later is in the list", () => {
    const joined = (values: Record<string, number>) =>
      read(JOINED, { values }).find(({ name }) => name === "join_schedules");
    const at = (values: Record<string, number>, step: number): number =>
      schedule(joined(values)?.program?.lr as Plan, (joined(values)?.run ?? {}) as Run)(step);
    expect(joined({})?.needs.map(({ name }) => name)).toEqual(["config.rest"]);
    expect(joined({ "config.rest": 1 })?.needs.map(({ name }) => name)).toEqual(["config.warmup"]);
    expect(at({ "config.warmup": 10, "config.rest": 1 }, 5)).toBe(0.5);
    expect(at({ "config.warmup": 10, "config.rest": 1 }, 60)).toBeCloseTo(0.5, 12);
    expect(at({ "config.warmup": 10, "config.rest": 1 }, 110)).toBe(0.25);
    expect(at({ "config.warmup": 0, "config.rest": 0 }, 50)).toBeCloseTo(0.5, 12);
  });
});
