import { expectTypeOf, test } from "vitest";
import { linear, type Policy, Scheduler, type SchedulerState } from "../../src/index.ts";
import { extend, keep, replace, rescale, rewarm, splice } from "../../src/resume/index.ts";

const scheduler = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: linear({ from: "1x", to: 0, over: 5 }) });

test("a state is restored with a policy, which may be one's own", () => {
  for (const policy of [keep, replace, rescale, extend, splice, rewarm({ over: "2%", from: "0.1x", clock: "local" })]) {
    expectTypeOf(policy).toEqualTypeOf<Policy>();
    scheduler.restore(scheduler.state(), policy);
  }
  scheduler.restore(scheduler.state(), (saved, own) => ({ ...own, position: saved.position }));
  expectTypeOf(keep(scheduler.state(), scheduler.state())).toEqualTypeOf<SchedulerState>();
});

test("what it must not take", () => {
  // @ts-expect-error the name of a policy is none
  scheduler.restore(scheduler.state(), "keep");
  // @ts-expect-error rewarm needs to know how long
  scheduler.restore(scheduler.state(), rewarm);
  // @ts-expect-error a time
  rewarm({ over: "2 weeks" });
  // @ts-expect-error clock
  rewarm({ over: 5, clock: "run" });
});
