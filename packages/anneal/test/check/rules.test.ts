import { readFileSync } from "node:fs";
import {
  clamp,
  clock,
  constant,
  cosine,
  cosineWave,
  exponential,
  linear,
  multiStep,
  type Plan,
  piecewise,
  polynomial,
  product,
  type Run,
  repeat,
  sequence,
  shift,
  warmupCosine,
  warmupMultiFactor,
  wsd,
} from "anneal";
import { type CheckOptions, check, rules } from "anneal/check";
import { describe, expect, it } from "vitest";

const climb = linear({ from: 1e-6, to: "1x", over: 100 });
const run = { base: 0.1, steps: 1000 };
const epochs = { base: 0.1, steps: 9000, stepsPerEpoch: 100 };

/** A half cosine in so many stairs of 20 updates. */
function stairs(count: number): Plan {
  const at = Array.from({ length: count }, (_, i) => 20 * (i + 1));
  return piecewise({ from: 0.1, at, to: at.map((_, i) => 0.05 * (1 + Math.cos((Math.PI * (i + 1)) / (count + 1)))) });
}

/** Where a rule speaks, and what it says: its severity, path and step. */
const speaks: readonly (readonly [code: string, told: string, plan: Plan, run: Run, options?: CheckOptions])[] = [
  [
    "AN001",
    "error parts[0] 999",
    sequence(linear({ from: 0.001, to: "1x", over: 1000 }), constant({ value: "1x" })),
    run,
  ],
  ["AN001", "error parts[0] 999", warmupCosine({ warmup: 1001, from: 0.001 }), run],
  [
    "AN001",
    "error parts[0] 999",
    sequence(constant({ value: 0.001, over: 2000 }), cosine({ from: "1x", to: 0, over: 9 })),
    run,
  ],
  [
    "AN001",
    "warning factors[1] 999",
    product(constant({ value: "1x" }), linear({ from: 0.001, to: 1, over: 2000 })),
    run,
  ],
  ["AN002", "warning  899", cosine({ from: "1x", to: 0.001, over: 899 }), run],
  [
    "AN002",
    "warning plan.parts[1] 600",
    shift({ plan: sequence(climb, linear({ from: "1x", to: 0.001, over: 501 })), by: 1 }),
    run,
  ],
  [
    "AN002",
    "warning plan.parts[1] 500",
    clock({
      unit: "samples",
      plan: sequence(linear({ from: 0.001, to: 0.1, over: 1600 }), linear({ from: "last", to: 0.01, over: 6400 })),
    }),
    { ...run, samplesPerStep: 16 },
  ],
  ["AN002", "warning parts[1] 600", warmupCosine({ warmup: 100, over: 500, to: "0.01x" }), run],
  ["AN003", "warning parts[1] 999", sequence(climb, cosine({ from: "1x", to: 0, over: 1100 })), run],
  [
    "AN003",
    "warning factors[0] 999",
    product(linear({ from: "1x", to: 0, over: 2000 }), linear({ from: 0.1, to: 1, over: 5 })),
    run,
  ],
  ["AN003", "warning  999", cosineWave({ from: "1x", to: 0, over: 2000 }), run],
  ["AN003", "warning parts[1] 999", sequence(climb, cosineWave({ from: "1x", to: 0, over: 1100 })), run],
  ["AN004", "warning parts[1].plan.at[1] 1001", warmupMultiFactor({ milestones: [500, 1001], warmup: 10 }), run],
  ["AN004", "info at[1] 1000", multiStep({ milestones: [500, 1000] }), run],
  ["AN004", "warning parts[1].parts[1] 1400", wsd({ warmup: 400, from: 0.001, stable: 1000, decay: 100 }), run],
  [
    "AN005",
    "warning factors[0].at[0] 30",
    product(multiStep({ milestones: [30, 600] }), linear({ from: 0.1, to: 1, over: 31 })),
    run,
  ],
  ["AN005", "error parts[1].plan.at[0] 20", sequence(climb, { plan: stairs(8), clock: "global" }), run],
  ["AN005", "warning factors[0].at[0] 20", product(stairs(7), linear({ from: 0.1, to: 1, over: 200 })), run],
  [
    "AN005",
    "error parts[1].plan.at[0] 30",
    sequence(climb, { plan: piecewise({ from: "1x", at: [30, 600], to: [0.01, 0.001] }), clock: "global" }),
    run,
  ],
  ["AN006", "info parts[0] 0", warmupCosine({ warmup: 100 }), run],
  ["AN006", "info parts[0] 0", warmupCosine({ warmup: 1_000_000 }), { base: 0.1, steps: 10_000_000 }],
  ["AN006", "warning parts[0] 0", warmupCosine({ warmup: 100 }), run, { unit: "epoch" }],
  ["AN006", "error  0", constant({ value: 0 }), run],
  ["AN006", "info  0", constant({ value: "1x" }), { base: 0, steps: 10 }],
  ["AN006", "error parts[0] 0", sequence(constant({ value: 0, over: 20 }), constant({ value: "1x" })), run],
  ["AN006", "warning parts[0] 0", sequence(constant({ value: 0, over: 10 }), constant({ value: "1x" })), run],
  ["AN006", "error  499", linear({ from: "1x", to: 0, over: 499 }), run],
  ["AN006", "warning  501", linear({ from: "1x", to: 0, over: 501 }), run],
  ["AN006", "info  991", linear({ from: "1x", to: 0, over: 991 }), run],
  [
    "AN006",
    "warning parts[1] 500",
    sequence(constant({ value: "1x", over: 500 }), constant({ value: 0, over: 3 }), constant({ value: "1x" })),
    run,
  ],
  ["AN007", "warning  800", cosineWave({ from: "1x", to: 0, over: 800 }), run],
  ["AN007", "warning to[2] 700", piecewise({ from: 0.1, at: [300, 500, 700], to: [0.01, 0.001, 0.1] }), run],
  ["AN007", "warning  0", exponential({ from: "1x", factor: 10, every: 300, staircase: true }), run],
  ["AN007", "warning plan 0", clamp({ plan: exponential({ from: 0.1, factor: 1.5, every: 100 }), min: 0 }), {}],
  [
    "AN008",
    "warning parts[1] 100",
    sequence(linear({ from: 1e-6, to: "0.5x", over: 100 }), cosine({ from: "1x", to: 0, over: "rest" })),
    run,
  ],
  [
    "AN008",
    "info parts[1].plan 100",
    sequence(climb, { plan: cosine({ from: "1x", to: 0, over: 1000 }), clock: "global" }),
    run,
  ],
  [
    "AN009",
    "warning parts[1]",
    sequence(constant({ value: "1x", over: 5 }), linear({ from: "last", to: "1x", over: "rest" })),
    run,
  ],
  ["AN009", "warning ", multiStep({ milestones: [300], factor: 1 }), run],
  ["AN010", "warning to 0", linear({ from: "1x", to: 0.2, over: "rest" }), run],
  ["AN010", "warning parts[1].to 100", sequence(climb, cosine({ from: "last", to: 0.2, over: "rest" })), run],
  ["AN010", "warning min", clamp({ plan: cosine({ from: "1x", to: 0, over: "rest" }), min: 0.5 }), run],
  [
    "AN011",
    "warning parts[0] 0",
    sequence(linear({ from: 0.2, to: "1x", over: 9 }), cosine({ from: "1x", to: 1e-3, over: "rest" })),
    run,
  ],
  [
    "AN011",
    "warning parts[0] 0",
    sequence(constant({ value: 0.2, over: 9 }), cosine({ from: "1x", to: 1e-3, over: "rest" })),
    run,
  ],
  ["AN013", "error parts[0].over 0", warmupCosine({ warmup: "0.1 steps", from: 0.001 }), run],
  ["AN013", "info parts[0].over 0", warmupCosine({ warmup: "0.05%", from: 0.001 }), run],
  ["AN014", "error  90", cosineWave({ from: "1x", to: 0, over: 90 }), epochs],
  ["AN014", "error parts[1].plan 80", warmupMultiFactor({ milestones: [30, 60, 80], warmup: 5 }), epochs],
  ["AN014", "error  89", cosine({ from: "1x", to: 0, over: 9000 }), { ...epochs, steps: 90 }],
  ["AN014", "error  89", multiStep({ milestones: [3000, 8000] }), { ...epochs, steps: 90 }],
  ["AN015", "error  999", polynomial({ from: "1x", to: 0, over: 8000, power: 2 }), run, { processes: 8 }],
  ["AN015", "error  250", cosine({ from: "1x", to: 1e-3, over: 250 }), run, { accumulate: 4 }],
  ["AN015", "error  999", cosine({ from: "1x", to: 0, over: 32_000 }), run, { processes: 8, accumulate: 4 }],
  [
    "AN016",
    "warning ",
    sequence(linear({ from: 0, to: 1e-3, over: 500 }), linear({ from: "last", to: 0, over: 500 })),
    { base: 5e-7, steps: 1000 },
  ],
  ["AN016", "warning ", cosine({ from: 0.01, to: 1e-5, over: 1000 }), run],
  [
    "AN016",
    "info ",
    sequence(linear({ from: 1e-6, to: 0.5, over: 500 }), linear({ from: "last", to: 1e-6, over: 500 })),
    run,
  ],
];

/** Nearly the same plans, of which the rule has nothing to say. */
const silent: readonly (readonly [code: string, plan: Plan, run: Run, options?: CheckOptions])[] = [
  ["AN001", sequence(linear({ from: 0.001, to: "1x", over: 999 }), constant({ value: "1x" })), run],
  ["AN001", linear({ from: 1e-6, to: 1, over: 2000 }), run],
  ["AN001", sequence(constant({ value: "1x", over: 2000 }), cosine({ from: "1x", to: 0, over: 9 })), run],
  ["AN002", cosine({ from: "1x", to: 0.001, over: 900 }), run],
  ["AN002", repeat({ plan: cosine({ from: "1x", to: 0.001, over: 100 }) }), run],
  ["AN002", multiStep({ milestones: [30, 60] }), run],
  ["AN002", cosine({ from: "1x", to: 0.001, over: 100 }), { base: 0.1 }],
  ["AN002", linear({ from: 0.001, to: "1x", over: 100 }), run],
  ["AN003", cosine({ from: "1x", to: 0, over: 1100 }), run],
  [
    "AN003",
    sequence(climb, { plan: cosine({ from: "1x", to: 0, over: 5000 }), until: 600 }, constant({ value: "last" })),
    run,
  ],
  ["AN003", linear({ from: "1x", to: 0, over: 12 }), { base: 0.1, steps: 10 }],
  ["AN003", cosineWave({ from: "1x", to: 0, over: 1100 }), run],
  ["AN003", cosineWave({ from: "1x", to: 0, over: 100 }), run],
  [
    "AN003",
    sequence({ plan: cosineWave({ from: "1x", to: 0, over: 5000 }), until: 600 }, constant({ value: "last" })),
    run,
  ],
  ["AN004", multiStep({ milestones: [500, 999] }), run],
  ["AN005", product(multiStep({ milestones: [31, 600] }), linear({ from: 0.1, to: 1, over: 31 })), run],
  ["AN005", product(stairs(8), linear({ from: 0.1, to: 1, over: 200 })), run],
  ["AN006", shift({ plan: linear({ from: 0, to: 1, over: 5_000_000 }), by: 1 }), { steps: 4_000_000 }],
  ["AN006", cosine({ from: "1x", to: 0, over: 1000, inclusive: true }), run],
  ["AN006", repeat({ plan: cosine({ from: "1x", to: 0, over: 100, inclusive: true }) }), run],
  ["AN007", cosineWave({ from: "1x", to: 0, over: 100 }), run],
  ["AN007", cosineWave({ from: "1x", to: 0, over: 999 }), run],
  ["AN007", piecewise({ from: 0.01, at: [100, 500], to: [0.1, 0.01] }), run],
  ["AN007", exponential({ from: "1x", factor: 10, every: 5000 }), run],
  ["AN008", sequence(climb, cosine({ from: "1x", to: 0, over: 400 }), cosine({ from: "1x", to: 0, over: 500 })), run],
  ["AN008", sequence(constant({ value: 0.001, over: 5 }), cosine({ from: "1x", to: 0, over: "rest" })), run],
  ["AN008", warmupMultiFactor({ milestones: [5, 500], warmup: 5 }), run],
  ["AN009", constant({ value: "1x" }), run],
  ["AN009", sequence(linear({ from: 0, to: "1x", over: 0 }), constant({ value: "1x" })), run],
  ["AN009", multiStep({ milestones: [3000] }), run],
  ["AN010", linear({ from: "1x", to: "4x", over: "rest" }), run],
  ["AN010", sequence(linear({ from: "0.01x", to: 0.1, over: 10 }), constant({ value: "1x" })), run],
  [
    "AN010",
    sequence(cosine({ from: "1x", to: 0.001, over: 500 }), linear({ from: "last", to: 0.05, over: "rest" })),
    run,
  ],
  ["AN011", sequence(linear({ from: "1x", to: 0.01, over: 9 }), cosine({ from: "last", to: 0, over: "rest" })), run],
  ["AN013", warmupCosine({ warmup: 1, from: 0.001 }), run],
  ["AN013", warmupCosine({ warmup: 0.5, from: 0.001 }), run, { unit: "epoch" }],
  ["AN014", multiStep({ milestones: ["30 epochs", "80 epochs"] }), epochs],
  ["AN014", cosine({ from: "1x", to: 0, over: "90 epochs" }), epochs],
  ["AN014", multiStep({ milestones: [3000, 6000] }), epochs],
  ["AN014", cosine({ from: "1x", to: 0, over: 90 }), { base: 0.1, steps: 9000 }],
  ["AN014", cosine({ from: "1x", to: 0, over: 90 }), { ...epochs, steps: 8100, stepsPerEpoch: 90 }, { unit: "epoch" }],
  ["AN015", cosine({ from: "1x", to: 0, over: 8000 }), run, { processes: 4 }],
  ["AN015", cosine({ from: "1x", to: 0, over: 1000 }), run, { processes: 4, accumulate: 2 }],
  ["AN016", repeat({ plan: linear({ from: 0.001, to: 1, over: 100 }) }), { base: 0.5 }],
  ["AN016", cosine({ from: 0.099, to: 1e-5, over: 1000 }), run],
  // A peak that the run is too short to come to.
  ["AN016", sequence(linear({ from: 0.004, to: 0.1, over: 1300 }), cosine({ from: 0.1, to: 1e-5, over: 3000 })), run],
  ["AN016", cosine({ from: 0.1, to: 1e-5, over: 1000 }), run],
  ["AN016", cosine({ from: "1x", to: 1e-5, over: 1000 }), run],
];

const told = (code: string, plan: Plan, given: Run, options?: CheckOptions) =>
  check(plan, given, options).flatMap((one) =>
    one.code === code ? [[one.severity, one.path, one.step].filter((part) => part !== undefined).join(" ")] : [],
  );

describe("a rule speaks", () => {
  it.each(speaks.map((row) => [`${row[0]} ${row[1]}`, row] as const))("%s", (_, [code, expected, ...of]) => {
    expect(told(code, ...of)).toContain(expected);
  });

  it("each at least once, with all of its findings", () => {
    const codes = new Set([...speaks.map(([code]) => code), "AN012"]);
    expect([...codes].sort()).toEqual(rules.map(({ code }) => code));
  });
});

describe("a rule has nothing to say", () => {
  it.each(silent.map((row, i) => [`${row[0]}, row ${i}`, row] as const))("%s", (_, [code, ...of]) => {
    expect(told(code, ...of)).toEqual([]);
  });
});

describe("AN012", () => {
  it.each(["momentum", "beta1", "beta2", "rho", "dropout"])("looks at %s", (key) => {
    const plan = linear({ from: 0.9, to: 1, over: 100 });
    expect(check({ [key]: plan }, run)).toMatchObject([{ code: "AN012", severity: "error", path: key, step: 100 }]);
    expect(check({ [key]: linear({ from: 0.9, to: 0.99, over: 100 }) }, run)).toEqual([]);
  });

  it("and not at a rate, a weight decay or a batch size", () => {
    for (const key of ["lr", "weightDecay", "batchSize"]) {
      const plan = constant({ value: 2 });
      expect(check({ [key]: plan }, { steps: 1000 })).toEqual([]);
    }
  });
});

describe("what each finding has", () => {
  it("is a text with the run's numbers and a way to mend it", () => {
    for (const [code, , ...of] of speaks) {
      for (const finding of check(...of).filter((one) => one.code === code)) {
        expect(finding.text).toMatch(/\d/);
        expect(finding.text).not.toMatch(/NaN|undefined|Infinity/);
        expect(finding.mend.length).toBeGreaterThan(10);
      }
    }
  });
});

describe("docs/check.md", () => {
  const page = readFileSync(new URL("../../../../docs/check.md", import.meta.url), "utf8");
  const sections = page.split(/^## /m).slice(1);

  it("has a section for each rule, with an example that fails and one that passes", () => {
    expect(sections.map((section) => section.split("\n")[0])).toEqual(
      rules.map(({ code, title }) => `${code}: ${title}`),
    );
    for (const section of sections) {
      const code = section.slice(0, 5);
      const marks = [...section.matchAll(/\/\/ => (.*)$/gm)].map(([, mark]) => mark as string);
      expect(
        marks.some((mark) => mark.includes(`"${code}"`)),
        code,
      ).toBe(true);
      expect(marks.at(-1), code).toBe("[]");
    }
  });
});
