import { PlanError } from "anneal";
import { type Audit, audit, signatures } from "anneal/audit";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { drawn } from "../arbitrary/draw.ts";
import { runs } from "../arbitrary/runs.ts";
import { logOf } from "./logOf.ts";
import { drawPlanned, ratesOf } from "./planned.ts";
import { bugs } from "./simulate.ts";

/** So many rows have to differ from the plan, in the log's own digits and after every shift, before a bug must be named. */
const INFORMATIVE = 5;
/** A wrong name with this confidence is never to be told. */
const SURE = 0.8;

/** What came out for one bug. */
const tally = new Map<string, { informative: number; named: number; told: number }>();

const nameOf = ({ verdict, bug, convention }: Audit): string => bug?.name ?? convention?.name ?? verdict;

/** Whether an audit says that the rows do not rule a bug out. */
function tells({ bug, others }: Audit, name: string): boolean {
  return others.some((one) => one.name === name && bug !== undefined && one.confidence >= bug.confidence / 4);
}

/** A log of a bug in a plan that can have it. */
function logged(name: keyof typeof bugs) {
  const simulate = bugs[name] as NonNullable<(typeof bugs)[typeof name]>;
  return drawn((draw) => {
    const planned = drawPlanned(draw);
    try {
      const simulated = simulate(draw, planned);
      return simulated && { planned, simulated, log: logOf(draw, simulated.rates) };
    } catch (error) {
      // Not every plan can be made for another total.
      if (error instanceof PlanError) return undefined;
      throw error;
    }
  });
}

describe.each(Object.keys(bugs) as (keyof typeof bugs)[])("logs of %s", (name) => {
  it("are named, or not surely misnamed", () => {
    const counts = { informative: 0, named: 0, told: 0 };
    tally.set(name, counts);
    fc.assert(
      fc.property(logged(name), (one) => {
        fc.pre(one !== undefined);
        const { planned, simulated, log } = one as NonNullable<typeof one>;
        const found = audit(planned.plan, planned.run, log, simulated.options);
        const named = nameOf(found);
        const told = named === name || tells(found, name);
        if (name === "none") expect(named).toBe("agrees");
        if (name === "shifted") expect(found.verdict).toBe("agrees");
        if (!told && found.bug) expect(found.bug.confidence, `${named}: ${found.text}`).toBeLessThan(SURE);
        const planned0 = ratesOf(planned);
        const differs = (step: number, rate: number) =>
          [0, 1, -1].every((by) => log.print(planned0[Math.max(0, step + by)] ?? Number.NaN) !== rate);
        const informative = Array.from(log.steps).filter((step, row) => {
          const rate = log.rates[row] as number;
          return !Number.isNaN(rate) && step + 1 < planned0.length && differs(step, rate);
        });
        if (informative.length < INFORMATIVE) return;
        counts.informative++;
        if (named === name) counts.named++;
        if (told) counts.told++;
      }),
      { numRuns: runs(8), endOnFailure: true },
    );
  });
});

afterAll(() => {
  const all = [...tally.values()];
  const sum = (of: "informative" | "named" | "told") => all.reduce((total, one) => total + one[of], 0);
  const [informative, named, told] = [sum("informative"), sum("named"), sum("told")];
  expect(informative).toBeGreaterThan(100);
  expect(told / informative).toBeGreaterThanOrEqual(0.95);
  expect(named / informative).toBeGreaterThanOrEqual(0.85);
});

it("covers what can be logged of one series", () => {
  const elsewhere = [
    "inclusiveEnd",
    "fractionalEpochs",
    "loggedPerMicroBatch",
    "groupNeverScheduled",
    "groupsSwapped",
    "floorIgnored",
  ];
  const names = signatures.map(({ name }) => name).filter((name) => !elsewhere.includes(name));
  expect(Object.keys(bugs).sort()).toEqual([...names, "none"].sort());
});
