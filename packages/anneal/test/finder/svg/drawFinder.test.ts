import { describe, expect, it } from "vitest";
import { drawFinder, type FinderResult, findLearningRate } from "../../../src/finder/index.ts";
import { readXml } from "../../svg/readXml.ts";
import { Network } from "../network.ts";
import { counting, training } from "../training.ts";

const search = (options: object = {}) =>
  findLearningRate({ ...training(new Network()), from: 1e-4, to: 100, ...options });
const result = await search();
const svg = drawFinder(result);

const all = readXml(svg);
const named = (name: string, where: Record<string, string> = {}) =>
  all.filter((one) => one.name === name && Object.entries(where).every(([key, value]) => one.at[key] === value));
/** Where a rate lies: six decades on 672 pixels from 64 on. */
const x = (rate: number) => 64 + (672 * Math.log10(rate / 1e-4)) / Math.log10((result.rates.at(-1) as number) / 1e-4);

describe("the picture of a search", () => {
  it("is one SVG whose every tag is closed, with a title for who cannot see it", () => {
    expect(all[0]).toMatchObject({
      name: "svg",
      at: { xmlns: "http://www.w3.org/2000/svg", width: "760", role: "img" },
    });
    expect(svg.match(/<svg/g)?.length).toBe(1);
    expect(named("title")[0]?.text).toBe(all[0]?.at["aria-label"]);
    expect(named("title")[0]?.text).toMatch(/^Learning rate [\d.]+ to [\d.]+, confidence (high|medium)$/);
  });

  it("has the decades on its axis of rates, each at its place, and lines for 2 to 9 between them", () => {
    const texts = named("text", { y: "448" });
    expect(texts.map(({ text }) => text)).toEqual(["1e−4", "0.001", "0.01", "0.1", "1", "10"].slice(0, texts.length));
    expect(texts.length).toBeGreaterThan(4);
    for (const [i, { at }] of texts.entries()) expect(Number(at.x)).toBeCloseTo(x(10 ** (i - 4)), 0);
    const minor = named("line", { stroke: "#f3f4f6" }).map(({ at }) => Number(at.x1));
    expect(minor.length).toBeGreaterThan(8 * (texts.length - 1) - 1);
    expect(minor[0]).toBeCloseTo(x(2e-4), 0);
  });

  it("has round losses on the other axis, the higher ones above", () => {
    const ticks = named("text", { x: "56", "text-anchor": "end" }).filter(({ text }) => text !== "loss");
    const losses = ticks.map(({ text }) => Number(text));
    expect(losses.length).toBeGreaterThan(2);
    const heights = ticks.map(({ at }) => Number(at.y));
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
  });

  it("draws the fit and the median where they are, and every loss", () => {
    const points = (stroke: string) =>
      (named("path", { stroke })[0]?.at.d ?? "")
        .slice(1)
        .split("L")
        .map((pair) => pair.split(" ").map(Number));
    for (const [stroke, losses] of [
      ["#c2410c", result.fit.losses],
      ["#2563eb", result.band.median],
    ] as const) {
      const drawn = points(stroke);
      expect(drawn.length).toBe(losses.length);
      for (const [i, [left]] of drawn.entries()) expect(left).toBeCloseTo(x(result.rates[i] as number), 0);
      const lowest = losses.indexOf(Math.min(...losses));
      expect(Math.max(...drawn.map(([, y]) => y as number))).toBe(drawn[lowest]?.[1]);
    }
    expect(named("circle", { r: "1.4" }).length).toBe(result.runs.reduce((sum, { losses }) => sum + losses.length, 0));
  });

  it("has room below for every loss before the minimum", async () => {
    const step = (_: number, { update }: { readonly update: number }) => (update === 40 ? 0.1 : 2 - update / 200);
    const low = readXml(drawFinder(await search({ ...counting(step), seeds: [0] })));
    const dots = low.filter(({ name, at }) => name === "circle" && at.r === "1.4");
    expect(dots.length).toBe(100);
    expect(Math.max(...dots.map(({ at }) => Number(at.cy)))).toBeLessThan(429);
  });

  it("shades the interval, and marks every suggestion with its name", () => {
    const { answer, suggestions } = result;
    if (!answer.found) throw new Error("no answer");
    const shade = named("rect", { fill: "#bbf7d0" })[0]?.at;
    expect(Number(shade?.x)).toBeCloseTo(x(answer.from), 0);
    expect(Number(shade?.x) + Number(shade?.width)).toBeCloseTo(x(answer.to), 0);
    for (const [name, suggestion] of Object.entries(suggestions)) {
      const label = all.find(({ text }) => text === name);
      expect(Number(label?.at.x) + 4).toBeCloseTo(x(suggestion?.rate as number), 0);
    }
  });

  it("writes a name on the right of its line where it would run over the axis", () => {
    const lowest = { ...result.suggestions, valley: { at: 1.2e-4, rate: 1.2e-4, loss: 0.7 } } as never;
    const name = readXml(drawFinder({ ...result, suggestions: lowest })).find(({ text }) => text === "valley")?.at;
    expect(name?.["text-anchor"]).toBe("start");
    expect(Number(name?.x) - 4).toBeCloseTo(x(1.2e-4), 0);
    expect(all.find(({ text }) => text === "valley")?.at["text-anchor"]).toBe("end");
  });

  it("says the reasons, and that all was restored", () => {
    for (const { text } of result.answer.reasons) expect(svg).toContain(text);
    expect(svg).toContain(`restored, hash ${result.restored.before.slice(0, 16)}`);
    const broken: FinderResult = { ...result, restored: { before: "a", after: "b", same: false } };
    expect(drawFinder(broken)).toContain("3 seeds; not restored");
  });

  it("is the same from JSON", () => {
    expect(drawFinder(JSON.parse(JSON.stringify(result)))).toBe(svg);
  });

  it("is there without an answer, for one loss, and for none", async () => {
    for (const options of [counting(() => 2), { updates: 2, ...counting(() => 1) }, { signal: { aborted: true } }]) {
      const empty = drawFinder(await search(options));
      expect(readXml(empty).length).toBeGreaterThan(20);
      expect(empty).toContain("Learning rate: no answer");
      expect(empty).not.toContain("NaN");
    }
  });

  it("escapes what it writes", async () => {
    const odd = { ...result, answer: { found: false, reasons: [{ code: "flat", text: 'a < b & "c"' }] } } as const;
    expect(drawFinder(odd)).toContain("a &lt; b &amp; &quot;c&quot;");
  });
});
