import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Scheduler } from "../../src/index.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { type Group, type Move, type Training, training } from "../arbitrary/program.ts";

/** An optimizer of its own for each scheduler. */
function optimizerOf(groups: readonly Group[], disturb = (rate: number) => rate) {
  const copy = groups.map(
    ({ lr, betas: [beta1, beta2], momentum, weightDecay }): Group => ({
      lr: disturb(lr),
      momentum: disturb(momentum),
      weightDecay: disturb(weightDecay),
      betas: [disturb(beta1), disturb(beta2)],
    }),
  );
  return { paramGroups: copy };
}

function move(scheduler: Scheduler, to: Move): void {
  if (to === "step") scheduler.step();
  else if (typeof to === "number") scheduler.seek(to);
  else scheduler.observe(to.observe);
}

/** What the program drives, as it is in the groups. */
function driven({ program }: Training, { paramGroups }: { paramGroups: Group[] }): number[][] {
  return paramGroups.map(({ lr, momentum, weightDecay, betas: [beta1, beta2] }) => {
    const all: Record<string, number> = { lr, momentum, weightDecay, beta1, beta2 };
    return Object.keys(program).map((key) => all[key] as number);
  });
}

/** Runs to the cut, saves, and goes on in a fresh process's stead: everything that is not in the JSON is made anew. */
function resumed(one: Training, cut: number, disturb?: (rate: number) => number): number[][][] {
  const { groups, program, run, moves } = one;
  const before = optimizerOf(groups);
  const first = new Scheduler(before, program, run, { functions: FUNCTIONS });
  const trace = [driven(one, before)];
  for (const to of moves.slice(0, cut)) {
    move(first, to);
    trace.push(driven(one, before));
  }
  const text = JSON.stringify({ state: first.state(), program, run });
  const saved = JSON.parse(text);
  const after = optimizerOf(groups, disturb);
  const second = new Scheduler(after, saved.program, saved.run, { functions: FUNCTIONS });
  second.restore(saved.state);
  expect(JSON.stringify(second.state())).toBe(JSON.stringify(saved.state));
  expect(second.position).toBe(first.position);
  trace[cut] = driven(one, after);
  for (const to of moves.slice(cut)) {
    move(second, to);
    trace.push(driven(one, after));
  }
  return trace;
}

describe("a scheduler that is saved and restored goes on as if nothing had happened", () => {
  const cutAnywhere = fc.tuple(training, fc.nat()).map(([one, n]) => ({ one, cut: n % (one.moves.length + 1) }));

  it("wherever it is cut", () => {
    const law = ({ one, cut }: { one: Training; cut: number }) => {
      expect(resumed(one, cut)).toEqual(resumed(one, one.moves.length));
    };
    fc.assert(fc.property(cutAnywhere, law), { numRuns: 500 });
  });

  it("even when the fresh optimizer was built with other values", () => {
    const law = ({ one, cut }: { one: Training; cut: number }) => {
      expect(resumed(one, cut, (rate) => rate / 3)).toEqual(resumed(one, one.moves.length));
    };
    fc.assert(fc.property(cutAnywhere, law), { numRuns: 300 });
  });
});
