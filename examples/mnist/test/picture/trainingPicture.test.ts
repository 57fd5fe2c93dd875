import { describe, expect, it } from "vitest";
import { drawTraining } from "../../src/picture/trainingPicture.ts";
import type { EpochRecord } from "../../src/records.ts";

const article = (epoch: number) =>
  epoch < 5 ? 0.001 + (0.009 * epoch) / 5 : 0.01 * 0.1 ** [30, 60, 90].filter((at) => at <= epoch).length;

function recordsOf(count: number, change: (epoch: number) => Partial<EpochRecord> = () => ({})): EpochRecord[] {
  return Array.from({ length: count }, (_, epoch) => ({
    epoch,
    step: epoch + 1,
    learningRate: Number(article(epoch).toPrecision(12)),
    loss: 2 / (epoch + 1),
    accuracy: 1 - 0.8 / (epoch + 1),
    tensors: 8,
    ...change(epoch),
  }));
}

function draw(records: EpochRecord[], milestones = [30, 60, 90]): string {
  return drawTraining({
    title: "A title",
    notes: ["One note", "two"],
    records,
    warmupEpochs: 5,
    milestones,
    mark: "× 0.1",
  });
}

const paths = (svg: string) => [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path]) => path as string);
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, content]) => content as string);

/** The corners of a path that only has straight lines. */
const corners = (path: string) =>
  path
    .slice(1)
    .split("L")
    .map((pair) => pair.split(",").map(Number) as [number, number]);

describe("drawTraining", () => {
  it("draws the rate in steps on a logarithmic axis: every decade the same height", () => {
    const [rate] = paths(draw(recordsOf(100)));
    const heights = [...new Set(corners(rate as string).map(([, y]) => y))];
    const [start, , , , , top, after60, after90] = heights as number[];
    expect([top, start, after60, after90]).toEqual([134, 184, 234, 284]);
  });

  it("writes names, last values, epochs, milestones and warm-up", () => {
    const written = texts(draw(recordsOf(100)));
    for (const word of [
      "A title",
      "One note",
      "two",
      "Learning rate (log scale)",
      "Training loss (log scale)",
      "Test accuracy",
      "warm-up",
      "epoch",
    ]) {
      expect(written).toContain(word);
    }
    expect(written.filter((word) => word === "× 0.1")).toHaveLength(3);
    expect(written).toEqual(
      expect.arrayContaining(["0.00001", "0.0001", "0.001", "0.01", "0.02", "99.2%", "0", "50", "100"]),
    );
  });

  it("keeps every curve within its panel and within 900 pixels", () => {
    const panels = [
      [134, 284],
      [338, 468],
      [522, 652],
    ] as const;
    paths(draw(recordsOf(100))).forEach((path, index) => {
      const [top, bottom] = panels[index] as [number, number];
      for (const [x, y] of corners(path)) {
        expect(x).toBeGreaterThanOrEqual(84);
        expect(x).toBeLessThanOrEqual(816);
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y).toBeLessThanOrEqual(bottom);
      }
    });
  });

  it.each([
    ["one epoch", recordsOf(1)],
    ["a run that diverged", recordsOf(8, (epoch) => ({ loss: epoch < 3 ? 10 ** (9 * epoch) : null, accuracy: 0.1 }))],
    ["a loss that was never finite", recordsOf(3, () => ({ loss: null }))],
    ["rates of 0", recordsOf(4, (epoch) => ({ learningRate: epoch < 2 ? 0 : 0.01 }))],
    ["only rates of 0", recordsOf(4, () => ({ learningRate: 0 }))],
    ["one rate throughout", recordsOf(20, () => ({ learningRate: 0.03, accuracy: 0.5, loss: 1 }))],
    ["a loss of 0", recordsOf(5, (epoch) => ({ loss: epoch === 4 ? 0 : 1e-9 }))],
    ["many epochs", recordsOf(2000)],
  ])("has a number at every place for %s", (_, records) => {
    const svg = draw(records, []);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(texts(svg).filter((word) => /%$/.test(word)).length).toBeGreaterThan(1);
    expect(svg.match(/<svg/g)).toHaveLength(1);
    expect(svg.endsWith("</svg>\n")).toBe(true);
  });

  it("marks only milestones that the run has reached", () => {
    expect(texts(draw(recordsOf(50))).filter((word) => word === "× 0.1")).toHaveLength(1);
  });
});
