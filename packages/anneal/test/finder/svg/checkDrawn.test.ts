import { describe, expect, it } from "vitest";
import { drawFinder, type FinderResult, findLearningRate } from "../../../src/finder/index.ts";
import { issuesOf } from "../../issues.ts";
import { Network } from "../network.ts";
import { training } from "../training.ts";

const result = await findLearningRate({ ...training(new Network()), from: 1e-4, to: 100 });
const changed = (change: (result: FinderResult) => object): FinderResult =>
  JSON.parse(JSON.stringify({ ...result, ...change(result) }));
const answer = { found: true, from: 1e-3, to: 1e-2, rate: 3e-3, reasons: [], confidence: "high" };

describe("a result that anyone wrote", () => {
  it("brings no markup into the picture, in none of its texts", () => {
    const odd = '</title><script>alert("1")</script>&';
    const svg = drawFinder({
      ...result,
      answer: { ...answer, confidence: odd, reasons: [{ code: "flat", text: odd }] },
      restored: { before: '</x>"&', after: null, same: true },
      suggestions: { ["<b>" as "valley"]: { rate: 1e-2, at: 1e-2, loss: 1 } } as never,
    } as never);
    expect(svg).not.toMatch(/<script|<\/x>|<b>/);
    expect(svg.match(/<title>([^<]*)<\/title>/)?.[1]).toContain("&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)");
  });

  it("brings no character that XML does not have", () => {
    const text = "a\u0000b\u001bc\ud800d\udc00e\uffff\u{1f600}\tf";
    const svg = drawFinder({ ...result, answer: { found: false, reasons: [{ code: "flat", text }] } });
    expect(svg).toContain("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd\u{1f600}\tf");
  });

  const RATE = "a rate from 1e-302 to 1e300";
  const LOSS = "a number from -1e300 to 1e300";
  it.each<[string, string, (result: FinderResult) => object]>([
    ["rates[0]", RATE, ({ rates }) => ({ rates: [0, ...rates.slice(1)] })],
    ["rates[1]", RATE, ({ rates }) => ({ rates: [rates[0], -1, ...rates.slice(2)] })],
    ["plan.to", RATE, ({ plan }) => ({ plan: { ...plan, to: "1e999" } })],
    ["fit.losses[0]", LOSS, ({ fit }) => ({ fit: { ...fit, losses: [null] } })],
    ["band.low[0]", LOSS, ({ band }) => ({ band: { ...band, low: ["1"] } })],
    ["runs[0].losses[0]", LOSS, () => ({ runs: [{ losses: [1e308] }] })],
    ["answer.to", RATE, () => ({ answer: { ...answer, to: 0 } })],
    ["answer.reasons[0].text", "a text", () => ({ answer: { found: false, reasons: [{ text: 3 }] } })],
    ["suggestions.valley.rate", RATE, () => ({ suggestions: { valley: { rate: 0, at: 1, loss: 1 } } })],
    ["restored.before", "a text", () => ({ restored: { same: true, before: 5 } })],
    ["runs", "a list", () => ({ runs: {} })],
    ["band", "an object with low, median, high", () => ({ band: null })],
  ])("is refused for its %s", (path, expected, change) => {
    expect(issuesOf(() => drawFinder(changed(change)))).toMatchObject([{ path, expected }]);
  });

  it("is refused for an infinite rate, for more losses than rates, and for no result at all", () => {
    const rates = [...result.rates.slice(0, -1), Infinity];
    expect(issuesOf(() => drawFinder({ ...result, rates }))[0]?.path).toBe(`rates[${rates.length - 1}]`);
    const few = { ...result, rates: result.rates.slice(0, 5) };
    expect(issuesOf(() => drawFinder(few)).map(({ path }) => path)).toContain("fit.losses");
    for (const none of [null, 5, []]) expect(issuesOf(() => drawFinder(none as never))[0]?.path).toBe("");
  });

  it("is drawn with the widest axis that there can be, and with very many points", () => {
    const [low, high] = [1e-302, 1e300];
    const losses = [1e300, -1e300];
    const band = { low: losses, median: losses, high: losses };
    const wide = { ...result, rates: [low, high], runs: [], band, fit: { losses, slopes: [] } };
    expect(drawFinder(wide)).not.toMatch(/NaN|Infinity/);
    const many = Array.from({ length: 2e5 }, (_, i) => 1e-4 * 1.00005 ** i);
    const curve = many.map((rate) => 1 - rate);
    const long = {
      ...wide,
      rates: many,
      band: { low: curve, median: curve, high: curve },
      fit: { losses: curve, slopes: [] },
    };
    expect(drawFinder(long)).not.toMatch(/NaN|Infinity/);
  });
});
