import { describe, expect, it } from "vitest";
import {
  clamp,
  constant,
  cosine,
  exponentialDecay,
  linear,
  type Plan,
  piecewise,
  type Run,
  repeat,
  schedule,
  sequence,
  warmupMultiFactor,
} from "../../src/index.ts";
import { type DrawnPlan, type DrawOptions, drawPlans } from "../../src/svg/index.ts";
import { issuesOf } from "../issues.ts";
import { readXml } from "./readXml.ts";

const RUN = { base: 0.1, steps: 1001 };
const one = (plan: Plan, run: Run = RUN, more: object = {}): DrawnPlan => ({ name: "one", plan, run, ...more });

/** The lines of the curves, in pixels. */
function linesOf(svg: string): [x: number, y: number][][] {
  const paths = readXml(svg).filter(({ name }) => name === "path");
  return paths.map(({ at }) =>
    String(at.d)
      .split(/[ML]/)
      .slice(1)
      .map((pair) => pair.split(" ").map(Number) as [number, number]),
  );
}

/** Where values lie, from what the axis at the left says; linear scales only. */
function valueAt(svg: string): (y: number) => number {
  const labels = readXml(svg).filter(({ name, at }) => name === "text" && at["text-anchor"] === "end");
  const [a, b] = [labels[0], labels[1]].map((label) => [Number(label?.at.y) - 4, Number(label?.text)] as const);
  if (!a || !b) throw new Error("no axis");
  return (y) => a[1] + ((y - a[0]) * (b[1] - a[1])) / (b[0] - a[0]);
}

/** Where steps lie in a picture of the usual width. */
const [LEFT, RIGHT] = [76, 736];
const xOf = (step: number, last = 1000) => LEFT + ((RIGHT - LEFT) * step) / last;

function near(received: readonly (readonly [number, number])[], expected: readonly (readonly [number, number])[]) {
  expect(received.length).toBe(expected.length);
  expected.forEach(([x, y], i) => {
    expect(received[i]?.[0]).toBeCloseTo(x, 0);
    expect(received[i]?.[1]).toBeCloseTo(y, 3);
  });
}
const measured = (svg: string) => (linesOf(svg)[0] ?? []).map(([x, y]) => [x, valueAt(svg)(y)] as [number, number]);

describe("the line of a plan", () => {
  it("is its corners where it is straight, with jumps that are vertical", () => {
    const plan = warmupMultiFactor({ factor: 0.1, milestones: [300, 600], warmup: 100, from: 0.02 });
    near(measured(drawPlans([one(plan)])), [
      [xOf(0), 0.02],
      [xOf(100), 0.1],
      [xOf(300), 0.1],
      [xOf(300), 0.01],
      [xOf(600), 0.01],
      [xOf(600), 0.001],
      [xOf(1000), 0.001],
    ]);
  });

  it("has no value between two updates, where no update has it", () => {
    // A quarter above the peak just before the jump, and a corner above it between updates 2 and 3.
    const climbs = sequence({ plan: linear({ from: 0.25, to: 1.25, over: 4 }), until: 4 }, constant({ value: 1 }));
    for (const [plan, steps] of [
      [climbs, 10],
      [climbs, 10_000],
      [sequence(linear({ from: 0, to: 1, over: 2.5 }), linear({ from: 1, to: 0, over: 10 })), 12],
      [repeat({ plan: linear({ from: 1, to: 0, over: 7.5 }), scale: 0.5 }), 40],
    ] as const) {
      const at = schedule(plan, { steps });
      const values = Array.from({ length: steps }, (_, step) => at(step));
      for (const [x, y] of measured(drawPlans([one(plan, { steps })]))) {
        const step = ((x - LEFT) / (RIGHT - LEFT)) * (steps - 1);
        const here = values.slice(
          Math.max(Math.round(step - 0.01 - steps / 5000) - 1, 0),
          Math.round(step + steps / 5000) + 1,
        );
        expect(here.some((value) => Math.abs(value - y) < 0.004)).toBe(true);
      }
    }
  });

  it("has the corners of every cycle that repeats", () => {
    const plan = repeat({ plan: linear({ from: 0.1, to: 0, over: 250 }), scale: 0.5, stretch: 2 });
    near(measured(drawPlans([one(plan)])), [
      [xOf(0), 0.1],
      [xOf(249), 0.0004],
      [xOf(250), 0.0004],
      [xOf(250), 0.05],
      [xOf(749), 0.0001],
      [xOf(750), 0.0001],
      [xOf(750), 0.025],
      [xOf(1000), 0.01875],
    ]);
  });

  it("has the corners where a limit is reached", () => {
    const plan = clamp({ plan: linear({ from: 0.1, to: 0, over: 1000 }), min: 0.02, max: 0.07 });
    near(
      measured(drawPlans([one(plan)])).filter(([x], i, all) => x !== all[i - 1]?.[0]),
      [
        [xOf(0), 0.07],
        [xOf(300), 0.07],
        [xOf(800), 0.02],
        [xOf(1000), 0.02],
      ],
    );
  });

  it("has every stair of a staircase", () => {
    const plan = exponentialDecay({ factor: 0.5, every: 250, staircase: true });
    const points = measured(drawPlans([one(plan)]));
    for (const [step, value] of [
      [250, 0.05],
      [500, 0.025],
      [750, 0.0125],
    ] as const) {
      const there = points.filter(([x]) => Math.abs(x - xOf(step)) < 0.06).map(([, y]) => y);
      expect(there[0]).toBeCloseTo(2 * value, 3);
      expect(there[1]).toBeCloseTo(value, 3);
    }
  });

  it("is nowhere further from the plan than a pixel, where it bends", () => {
    const plan = cosine({ from: 0.1, to: 0, over: 1000, power: 2 });
    const svg = drawPlans([one(plan)]);
    const at = schedule(plan, RUN);
    const points = measured(svg);
    expect(points.length).toBeGreaterThan(300);
    for (const [x, y] of points) expect(y).toBeCloseTo(at(((x - LEFT) / (RIGHT - LEFT)) * 1000), 3);
  });

  it("shows all of many cycles in few points, each where it really is", () => {
    const plan = repeat({ plan: cosine({ from: 0.1, to: 0.02, over: 10 }) });
    const svg = drawPlans([one(plan, { steps: 1e7 })]);
    const points = measured(svg);
    expect(svg.length).toBeLessThan(100_000);
    for (let x = LEFT + 10; x < RIGHT; x += 60) {
      const here = points.filter(([at]) => Math.abs(at - x) < 3).map(([, y]) => y);
      expect(Math.min(...here)).toBeCloseTo(0.02, 2);
      expect(Math.max(...here)).toBeCloseTo(0.1, 2);
    }
  });

  it("keeps a single odd step among a hundred thousand pieces", () => {
    const at = Array.from({ length: 99_999 }, (_, i) => i + 1);
    const to = at.map((step) => (step === 70_000 ? 0.9 : 0.1));
    const points = measured(drawPlans([one(piecewise({ from: 0.1, at, to }), { steps: 1e5 })]));
    const highest = points.reduce((a, b) => (b[1] > a[1] ? b : a));
    expect(highest[0]).toBeCloseTo(xOf(7e4, 1e5), 0);
    expect(highest[1]).toBeCloseTo(0.9, 2);
    expect(points.length).toBeLessThan(6000);
  });

  it("ends where its own run does", () => {
    const plan = linear({ from: 0.1, to: 0, over: 2000 });
    const [long, short] = linesOf(drawPlans([one(plan), { name: "two", plan, run: { steps: 501 } }]));
    expect(long?.at(-1)?.[0]).toBe(RIGHT);
    expect(short?.at(-1)?.[0]).toBeCloseTo(xOf(500), 0);
  });

  it("is a dot for a single step", () => {
    const [points] = linesOf(drawPlans([one(linear({ from: 0.1, to: 0, over: 5 }), { steps: 1 })]));
    expect(points).toEqual([points?.[0], points?.[0]]);
    expect(points?.[0]?.[0]).toBe(LEFT);
  });
});

describe("the picture", () => {
  const plan = cosine({ from: "1x", to: 0, over: 1000 });
  const textsOf = (svg: string) =>
    readXml(svg)
      .filter(({ name }) => name === "text")
      .map(({ text }) => text);

  it("is one SVG with a title, whose names are escaped", () => {
    const name = `</svg><script>&"'\u0000\u{1f600}`;
    const svg = drawPlans([one(plan), { ...one(plan), name }], { title: name });
    const all = readXml(svg);
    expect(all[0]).toMatchObject({ name: "svg", at: { role: "img", width: "760", height: "400" } });
    const shown = name.replace("\u0000", "\ufffd");
    expect(all[1]).toMatchObject({ name: "title", text: shown });
    expect(all[0]?.at["aria-label"]).toBe(shown);
    expect(textsOf(svg).filter((text) => text === shown).length).toBe(2);
  });

  it("names what is in it without a title, and has a legend for several curves alone", () => {
    const single = drawPlans([one(plan)]);
    expect(readXml(single)[1]?.text).toBe("Schedules: one");
    expect(textsOf(single)).not.toContain("one");
    const two = drawPlans([one(plan), { ...one(plan), name: "two" }]);
    expect(textsOf(two)).toEqual(expect.arrayContaining(["one", "two"]));
  });

  it("cuts a name that is too long, and breaks rows of many", () => {
    const long = "x".repeat(500);
    const names = [long, ...Array.from({ length: 30 }, (_, i) => `curve ${i}`)];
    const labels = readXml(drawPlans(names.map((name) => ({ ...one(plan), name })))).filter(
      ({ name, text }) => name === "text" && /^(x+…|curve \d+)$/.test(text),
    );
    expect(labels.length).toBe(31);
    expect(labels[0]?.text.length).toBeLessThan(100);
    for (const { at, text } of labels) expect(Number(at.x) + 7 * text.length).toBeLessThan(760);
    expect(new Set(labels.map(({ at }) => `${at.x} ${at.y}`)).size).toBe(31);
    expect(Math.max(...labels.map(({ at }) => Number(at.y)))).toBeLessThan(
      Number(readXml(drawPlans(names.map((name) => ({ ...one(plan), name }))))[0]?.at.height),
    );
  });

  it("says its own words in another language, and leaves names and titles as they are", () => {
    const run = { ...RUN, stepsPerEpoch: 100 };
    const say = (english: string) => `<${english}>`;
    const curves = [one(cosine({ from: "1x", to: 0, over: 500 }), run), one(plan, run, { name: "step" })];
    const svg = drawPlans(curves, { say, log: true });
    const hidden = "<values below a millionth of the peak are left out>";
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["<step>", "<epoch>", "step", hidden, "learning rate"]));
    expect(readXml(svg)[1]?.text).toBe("<Schedules: one, step>");
    expect(issuesOf(() => drawPlans(curves, { say: "zh" } as never))).toMatchObject([
      { path: "options.say", expected: "a function" },
    ]);
  });

  it("gives letters that are as wide as high the room that they take", () => {
    const names = Array.from({ length: 12 }, (_, i) => `${"学".repeat(10)} ${i}`);
    const labels = readXml(drawPlans(names.map((name) => ({ ...one(plan), name })))).filter(
      ({ name, text }) => name === "text" && text.startsWith("学"),
    );
    expect(labels.length).toBe(12);
    for (const { at } of labels) expect(Number(at.x) + 12 * 10).toBeLessThan(760);
    for (const [i, { at }] of labels.entries()) {
      const next = labels[i + 1];
      if (next && next.at.y === at.y) expect(Number(next.at.x) - Number(at.x)).toBeGreaterThan(12 * 10 + 26);
    }
    const [cut] = readXml(drawPlans([one(plan), one(plan, RUN, { name: "学".repeat(10_000) })])).filter(({ text }) =>
      /^学+…$/.test(text),
    );
    expect(cut?.text.length).toBeLessThan(60);
  });

  it("draws a broad curve pale, so that it shows below one that lies on it", () => {
    const svg = readXml(drawPlans([one(plan, RUN, { broad: true }), one(plan, RUN, { name: "two" })]));
    const looks = svg.filter(
      ({ name, at }) => name === "path" || (name === "line" && at["stroke-width"] !== undefined),
    );
    expect(looks.map(({ name, at }) => [name, at["stroke-width"], at["stroke-opacity"]])).toEqual([
      ["path", "8", "0.4"],
      ["path", "2", undefined],
      ["line", "8", "0.4"],
      ["line", "2", undefined],
    ]);
  });

  it("has an axis of its own for each hyperparameter", () => {
    const svg = drawPlans([
      one(plan),
      one(piecewise({ from: 0.9, at: [500], to: [0.99] }), RUN, { name: "b", hyperparameter: "momentum" }),
    ]);
    const titles = readXml(svg).filter(({ text }) => text === "learning rate" || text === "momentum");
    expect(titles.length).toBe(2);
    const [first = [], second = []] = linesOf(svg);
    expect(Math.max(...first.map(([, y]) => y))).toBeLessThan(Number(titles[1]?.at.y));
    expect(Math.min(...second.map(([, y]) => y))).toBeGreaterThan(Number(titles[1]?.at.y));
  });

  it("has epochs above where all runs agree on them, and calls steps epochs where they are", () => {
    const of = (...perEpoch: (number | undefined)[]) =>
      textsOf(drawPlans(perEpoch.map((stepsPerEpoch) => one(plan, stepsPerEpoch ? { ...RUN, stepsPerEpoch } : RUN))));
    expect(of(100)).toEqual(expect.arrayContaining(["step", "epoch", "10", "1000"]));
    expect(of(100, 50)).not.toContain("epoch");
    expect(of(undefined)).not.toContain("epoch");
    expect(of(1, 1)).toContain("epoch");
    expect(of(1, 1)).not.toContain("step");
  });

  it("has equal ratios at equal distances on a logarithmic scale, and says what it leaves out", () => {
    const levels = piecewise({ from: 0.1, at: [200, 400, 600], to: [0.001, 1e-5, 0] });
    const svg = drawPlans([one(levels)], { log: true });
    const heights = [...new Set(linesOf(svg)[0]?.map(([, y]) => y))];
    expect(heights.length).toBe(3);
    const [a, b, c] = heights as [number, number, number];
    expect(b - a).toBeCloseTo(c - b, 0);
    // Up to the last change, and nothing after it.
    expect(linesOf(svg)[0]?.at(-1)).toEqual([expect.closeTo(xOf(600), 0), c]);
    expect(textsOf(svg)).toContain("values below a millionth of the peak are left out");
    const narrow = readXml(drawPlans([one(piecewise({ from: 0.95, at: [200], to: [0.85] }))], { log: true }));
    expect(narrow.filter(({ at }) => at["text-anchor"] === "end").length).toBeGreaterThan(2);
    const whole = drawPlans([one(piecewise({ from: 0.1, at: [200], to: [0.001] }))], { log: true });
    expect(textsOf(whole).join()).not.toContain("left out");
  });

  it("begins on a logarithmic scale with the first value that is shown", () => {
    const climb = linear({ from: 0, to: 0.1, over: 1000 });
    const [first] = linesOf(drawPlans([one(climb, { steps: 11 })], { log: true }))[0] ?? [];
    expect(first?.[0]).toBeCloseTo(xOf(1, 10), 0);
  });

  it("is drawn for values that are all 0, and for very large and small ones", () => {
    for (const log of [true, false]) {
      for (const value of [0, 1e-300, 1e300, 5e-324]) {
        const svg = drawPlans([one({ kind: "constant", value })], { log });
        expect(readXml(svg).length).toBeGreaterThan(5);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it("is dark, light, or as its viewer", () => {
    const [auto, light, dark] = (["auto", "light", "dark"] as const).map((theme) => drawPlans([one(plan)], { theme }));
    expect(auto).toContain("prefers-color-scheme:dark");
    expect(light).not.toContain("style");
    const paper = (svg = "") => readXml(svg).find(({ name }) => name === "rect")?.at.fill;
    expect([auto, light, dark].map(paper)).toEqual(["#fff", "#fff", "#111827"]);
    expect(auto).toContain(`.anneal-fill-paper{fill:${paper(dark)}}`);
  });

  it("has its width and height", () => {
    const all = readXml(drawPlans([one(plan)], { width: 320, height: 200 }));
    expect(all[0]?.at).toMatchObject({ width: "320", height: "200", viewBox: "0 0 320 200" });
    for (const { at } of all.filter(({ name }) => name === "text")) expect(Number(at.x)).toBeLessThan(320);
  });
});

describe("a title", () => {
  const titleOf = (title: string) => {
    const texts = readXml(drawPlans([one(linear({ from: 0.1, to: 0, over: 10 }))], { title })).filter(
      ({ name }) => name === "text",
    );
    return texts.find(({ at }) => at["font-weight"] === "600");
  };

  it("is in smaller letters where it is long, and cut where it is longer", () => {
    expect(titleOf("Rates")?.at["font-size"]).toBe("16");
    const long = titleOf("a".repeat(90));
    expect(Number(long?.at["font-size"])).toBeLessThan(13);
    expect(long?.text).toBe("a".repeat(90));
    const longer = titleOf("a".repeat(1000));
    expect(longer?.at["font-size"]).toBe("10");
    expect(longer?.text).toMatch(/^a{90,120}…$/);
  });
});

describe("what is refused", () => {
  const plan = linear({ from: 0.1, to: 0, over: 10 });
  it.each<[string, unknown, unknown]>([
    ["curves", [], {}],
    ["curves", "x", {}],
    ["curves[0].steps", [{ name: "a", plan }], {}],
    ["curves[0].name", [{ name: 5, plan, steps: 3 }], {}],
    ["curves[0]", [null], {}],
    ["options.width", [{ name: "a", plan, steps: 3 }], { width: 5 }],
    [
      "options.height",
      [{ name: "a", plan, run: { steps: 30, stepsPerEpoch: 5 } }],
      { title: "a", log: true, height: 160 },
    ],
    ["options.theme", [{ name: "a", plan, steps: 3 }], { theme: "blue" }],
    ["options", [{ name: "a", plan, steps: 3 }], { widht: 500 }],
    ["run.base", [{ name: "a", plan, steps: 3, run: { base: "x" } }], {}],
    ["curves[0].plan.over", [{ name: "a", plan: { ...plan, over: -1 }, steps: 3 }], {}],
  ])("%s", (path, curves, options) => {
    const issues = issuesOf(() => drawPlans(curves as DrawnPlan[], options as DrawOptions));
    expect(issues.map((issue) => issue.path)).toContain(path);
  });
});
