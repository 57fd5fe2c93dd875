import { schedule } from "anneal";
import { audit, auditGroups } from "anneal/audit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawn } from "../arbitrary/draw.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { planInRun } from "../arbitrary/plan.ts";
import { runs } from "../arbitrary/runs.ts";
import { drawPlanned, ratesOf } from "./planned.ts";

const whole = (rows: number, every = 1) => Float64Array.from({ length: rows }, (_, row) => row * every);

describe("any plan's own values", () => {
  it("agree, to the last digit and rounded", () => {
    const digits = fc.constantFrom(17, 6, 4, 3);
    fc.assert(
      fc.property(planInRun, digits, fc.integer({ min: 1, max: 40 }), ({ plan, run }, count, every) => {
        const lr = schedule(plan, run, { functions: FUNCTIONS });
        const steps = whole(60, every);
        const rates = steps.map((step) => Number(lr(step).toPrecision(count)));
        fc.pre(rates.every(Number.isFinite));
        const { verdict, deviation } = audit(plan, run, { steps, rates }, { functions: FUNCTIONS });
        expect(verdict).toBe("agrees");
        if (count === 17) expect(deviation.absolute).toBe(0);
      }),
      { numRuns: runs(400) },
    );
  });
});

describe("what is made of a log", () => {
  const planned = fc.record({ of: drawn(drawPlanned), factor: fc.integer({ min: 1, max: 6 }) });
  const found = (steps: Float64Array, rates: Float64Array, { plan, run }: ReturnType<typeof drawPlanned>) => {
    const { verdict, bug } = audit(plan, run, { steps, rates });
    return [verdict, bug?.name, bug?.confidence];
  };

  it("does not depend on rows without a rate, on rows that are there twice, or on what a resume overwrites", () => {
    fc.assert(
      fc.property(planned, ({ of, factor }) => {
        const own = ratesOf(of);
        const lr = schedule(of.plan, of.run);
        const steps = whole(own.length);
        const rates = steps.map((step) => lr(factor * step));
        const plain = found(steps, rates, of);
        const at = own.length >> 1;
        const insert = (values: Float64Array, more: readonly number[]) =>
          Float64Array.from([...values.subarray(0, at), ...more, ...values.subarray(at)]);
        expect(found(insert(steps, [7]), insert(rates, [Number.NaN]), of)).toEqual(plain);
        expect(found(insert(steps, [at - 1]), insert(rates, [rates[at - 1] as number]), of)).toEqual(plain);
        // Rows beyond the resume, with any rate, that are gone over again.
        expect(found(insert(steps, [at, at + 1]), insert(rates, [1, 2]), of).slice(0, 2)).toEqual(plain.slice(0, 2));
      }),
      { numRuns: runs(12) },
    );
  });

  it("does not depend on the unit of the rates", () => {
    fc.assert(
      fc.property(planned, ({ of, factor }) => {
        const lr = schedule(of.plan, of.run);
        const steps = whole(of.run.steps);
        const rates = steps.map((step) => lr(factor * step));
        const times = (by: number) => rates.map((rate) => rate * by);
        const scaled = { ...of, run: { ...of.run, base: of.run.base * 1024 } };
        fc.pre(!JSON.stringify(of.plan).includes('"from":0.') && !JSON.stringify(of.plan).includes("e-"));
        expect(found(steps, times(1024), scaled).slice(0, 2)).toEqual(found(steps, rates, of).slice(0, 2));
      }),
      { numRuns: runs(8) },
    );
  });

  it("is never changed by it, and leaves the log as it was", () => {
    const [of] = fc.sample(drawn(drawPlanned), { numRuns: 1, seed: 3 }) as [ReturnType<typeof drawPlanned>];
    const [steps, rates] = [whole(of.run.steps), ratesOf(of).map((rate) => rate * 1.5)];
    const copies = [steps.slice(), rates.slice()];
    expect(found(steps, rates, of)).toEqual(found(steps, rates, of));
    expect([steps, rates]).toEqual(copies);
  });
});

describe("several groups", () => {
  it("are each audited with its own base", () => {
    fc.assert(
      fc.property(drawn(drawPlanned), (of) => {
        const steps = whole(of.run.steps);
        const groups = [1, 0.1].map((times, i) => {
          const one = { ...of, run: { ...of.run, base: times * of.run.base } };
          return { name: `${i}`, plan: of.plan, run: one.run, logged: { steps, rates: ratesOf(one) } };
        });
        expect(auditGroups(groups).map(({ verdict, name }) => [name, verdict])).toEqual([
          ["0", "agrees"],
          ["1", "agrees"],
        ]);
      }),
      { numRuns: runs(20) },
    );
  });
});
