import fc from "fast-check";
import { expect, it } from "vitest";
import { PlanError, Scheduler } from "../../src/index.ts";

const plan = { kind: "constant", value: 0.5 };

/** What is nearly a program: right pieces in wrong places, and anything else that JSON can say. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(plan, { kind: "plateau" }, { kind: "greedy", window: 2 }, null, 5, "", "plateau", [], {}),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.record({ plan: fc.oneof(fc.constant(plan), tie("value")), controllers: tie("value") }, { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom("kind", "plan", "controllers", "lr", "minRate", "__proto__"), tie("value"), {
      maxKeys: 3,
    }),
  ),
}));
const key = fc.constantFrom("lr", "momentum", "beta1", "betas", "__proto__", "constructor", "lr[0]");
const good = fc.oneof(fc.constant(plan), fc.record({ plan: fc.constant(plan), controllers: value }));
const program = fc.oneof(value, ...[good, value].map((each) => fc.dictionary(key, each, { maxKeys: 2 })));

it("any JSON value is a program, or one PlanError that changes nothing", () => {
  const outcomes = { made: 0, refused: 0 };
  const law = (given: unknown) => {
    const optimizer = { paramGroups: [{ lr: 1, momentum: 0.9, betas: [0.9, 0.99] }] };
    const before = structuredClone(optimizer);
    try {
      const scheduler = new Scheduler(optimizer, given as never);
      for (const metric of [1, 1, Number.NaN]) scheduler.observe(metric);
      scheduler.step();
      scheduler.restore(JSON.parse(JSON.stringify(scheduler.state())));
      outcomes.made++;
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      expect(optimizer).toEqual(before);
      outcomes.refused++;
    }
  };
  fc.assert(fc.property(program, law), { numRuns: 3000 });
  expect(Math.min(outcomes.made, outcomes.refused)).toBeGreaterThan(30);
});
