import { describe, expect, it } from "vitest";
import { linear, piecewise } from "../../src/index.ts";
import { type DrawOptions, drawPlans } from "../../src/svg/index.ts";
import { issuesOf } from "../issues.ts";
import { readXml } from "./readXml.ts";

const [LEFT, RIGHT] = [76, 736];
const run = { steps: 1001 };
const down = linear({ from: 1, to: 0, over: 1000 });

/** Where a step lies in a picture of the usual width. */
const xOf = (step: number) => LEFT + ((RIGHT - LEFT) * step) / 1000;

function elements(svg: string, name: string) {
  return readXml(svg).filter((one) => one.name === name);
}

describe("a curve that goes on from somewhere", () => {
  it("is drawn from there, with its own values", () => {
    const svg = drawPlans([
      { name: "whole", plan: down, run },
      { name: "part", plan: down, run, from: 250 },
      { name: "stairs", plan: piecewise({ from: 1, at: [100, 600], to: [0.5, 0.25] }), run, from: 250.5 },
    ]);
    const [whole = "", part = "", stairs = ""] = elements(svg, "path").map(({ at }) => String(at.d));
    const starts = [whole, part, stairs].map((d) => Number(/^M([\d.]+)/.exec(d)?.[1]));
    expect(starts).toEqual([0, 250, 250.5].map((step) => expect.closeTo(xOf(step), 0)));
    expect(part.split("L")[1]).toBe(whole.split("L")[1]);
    // The level in force, the jump, and the end: nothing of what was before.
    expect(stairs.match(/[ML]/g)).toHaveLength(4);
  });

  it("has the colour and the place in the legend of others of its name", () => {
    const axes = ["lr, group 0", "lr, group 1"];
    const curves = axes.flatMap((hyperparameter) =>
      ["old", "new"].map((name) => ({ name, plan: down, run, hyperparameter })),
    );
    const svg = drawPlans(curves, { theme: "light" });
    const strokes = elements(svg, "path").map(({ at }) => at.stroke);
    expect(strokes[0]).not.toBe(strokes[1]);
    expect(strokes.slice(2)).toEqual(strokes.slice(0, 2));
    expect(elements(svg, "text").filter(({ text }) => text === "old")).toHaveLength(1);
  });
});

describe("a mark", () => {
  const marks = (options: DrawOptions) => {
    const curves = ["a", "b"].map((hyperparameter) => ({ name: "one", plan: down, run, hyperparameter }));
    return elements(drawPlans(curves, options), "line").filter(({ at }) => at["stroke-dasharray"]);
  };

  it("is a line across each axis, at its update", () => {
    expect(marks({ mark: 250 }).map(({ at }) => [Number(at.x1), Number(at.x2)])).toEqual([
      [xOf(250), xOf(250)],
      [xOf(250), xOf(250)],
    ]);
    expect(marks({ mark: 0 })).toHaveLength(2);
  });

  it("is none where nobody asks, or after the end", () => {
    expect([marks({}), marks({ mark: 1001 })]).toEqual([[], []]);
  });

  it("is refused where it is no update", () => {
    const curve = { name: "one", plan: down, run };
    const issues = issuesOf(() => drawPlans([{ ...curve, from: -1 }], { mark: Number.NaN }));
    expect(issues.map(({ path, received }) => [path, received])).toEqual([
      ["curves[0].from", "-1"],
      ["options.mark", "NaN"],
    ]);
  });
});
