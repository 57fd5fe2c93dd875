import Ajv from "ajv/dist/2020.js";
import { type Plan, PlanError, parsePlan } from "anneal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damagedPlan } from "../../anneal/test/arbitrary/damage.ts";
import { PLANS } from "../../anneal/test/frozen/plans.ts";
import { anneal } from "./fakeIo.ts";
import { planSchema } from "./generate/schema/planSchema.ts";

const ajv = new Ajv.Ajv2020({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false });
const validate = ajv.compile(planSchema());

/** What a schema cannot say: order in a list, lists as long as each other, sizes of the whole, and endless numbers. */
const BEYOND = /^more than |^a list of \d+ entries|^at most 64 plans/;

/** The problems that a schema can say; undefined where there are others only, or none. */
function told(plan: unknown): readonly string[] {
  try {
    parsePlan(plan);
    return [];
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.issues
      .filter(({ expected, received }) => !BEYOND.test(expected) && !/1e999/.test(received))
      .map(({ path, expected }) => `${path}: ${expected}`);
  }
}

const accepted = (plan: unknown): boolean => {
  try {
    return parsePlan(plan) !== undefined;
  } catch {
    return false;
  }
};

describe("anneal schema", () => {
  it("prints the schema that the kinds' tables make", async () => {
    const { code, out } = await anneal(["schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(planSchema())));
  });

  it("may be named in a file, as editors do, which the command reads as before", async () => {
    const named = { $schema: "./plan.schema.json", version: 1, kind: "linear", from: 1, to: 0, over: 9 };
    const program = {
      $schema: "./plan.schema.json",
      program: { lr: { kind: "constant", value: 0.5 } },
      run: { steps: 9 },
    };
    for (const saved of [named, program]) {
      expect(validate(saved)).toBe(true);
      const { code, err } = await anneal(["table", "-", "--steps", "9"], { stdin: JSON.stringify(saved) });
      expect([code, err]).toEqual([0, ""]);
      const nested = JSON.stringify({ program: { lr: named } });
      expect(await anneal(["table", "-", "--steps", "9"], { stdin: nested })).toMatchObject({ code: 2 });
    }
    expect(() => parsePlan(named)).toThrow(PlanError);
    expect(validate({ ...named, $shema: "" })).toBe(false);
  });

  it("is valid, and accepts every kind and recipe", () => {
    const refused = Object.entries(PLANS).filter(([, plan]) => !validate(JSON.parse(JSON.stringify(plan))));
    expect(refused).toEqual([]);
    expect(Object.keys(PLANS).length).toBeGreaterThan(40);
    expect(validate({ version: 1, ...(PLANS.linear as Plan) })).toBe(true);
  });

  it("accepts and refuses what parsePlan does, but for what no schema can say", () => {
    let [plans, damaged] = [0, 0];
    const law = ({ plan: made }: { readonly plan: unknown }) => {
      const text = JSON.stringify(made);
      if (text === undefined) return;
      const plan: unknown = JSON.parse(text);
      // Ajv looks the names that it has seen up in an object that has a prototype.
      if (/"(__proto__|constructor|toString|valueOf)"/.test(text)) return;
      const problems = told(plan);
      const valid = validate(plan);
      if (accepted(plan)) {
        plans++;
        expect(valid, `${text}\n${JSON.stringify(validate.errors)}`).toBe(true);
      } else if (problems.length > 0) {
        damaged++;
        expect(valid, `${text}\n${problems.join("\n")}`).toBe(false);
      }
    };
    fc.assert(fc.property(damagedPlan, law), { numRuns: 3000 });
    expect(Math.min(plans, damaged)).toBeGreaterThan(50);
  });

  it.each([
    ...[
      "5 epochs",
      "1 epoch",
      "5  epochs",
      "5epochs",
      "5",
      "5%",
      "1.5e-3%",
      "1.%",
      "1.e5%",
      ".5%",
      "05%",
      "5e%",
      "1e+2 tokens",
    ],
    ...[
      "0 epochs",
      "0.0e5%",
      "0e1%",
      "1e999%",
      "-1%",
      "rest",
      "5x",
      "5 epochs ",
      `${"1".repeat(31)}%`,
      `${"1".repeat(32)}%`,
    ],
    ...[0, -1, 1, 1e300, true, null, [], {}],
  ])("reads times as parsePlan does: %j", (every) => {
    const plan = { kind: "exponential", from: 0.1, factor: 0.5, every };
    // A number that is too large to be one is no shape.
    expect(validate(plan)).toBe(accepted(plan) || every === "1e999%");
    const ramp = { kind: "linear", from: 0.1, to: 0, over: every };
    expect(validate(ramp)).toBe(accepted(ramp) || every === "1e999%");
  });

  it.each(["1x", "0x", "0.1x", "1.x", "x", "1 x", "last", "1%", -1, 0, 0.5])(
    "reads levels as parsePlan does: %j",
    (level) => {
      const ramp = { kind: "linear", from: level, to: 0, over: 1 };
      expect(validate(ramp)).toBe(accepted(ramp));
      const product = { kind: "product", factors: [ramp, ramp] };
      expect(validate(product)).toBe(accepted(product));
    },
  );

  it.each([
    [{ program: { lr: { kind: "constant", value: "1x" } }, run: { base: 0.1, steps: 90 } }, true],
    [{ program: { lr: [{ kind: "constant", value: 1 }], momentum: { kind: "constant", value: 0.9 } } }, true],
    [{ program: { lr: { kind: "constant", value: "1x" } }, run: { base: -1 } }, false],
    [{ program: { lr: { kind: "constant" } } }, false],
    [{ program: { lr: { kind: "constant", value: 1 } }, runs: {} }, false],
    [
      { program: { lr: { kind: "constant", value: 1 } }, run: { samplesPerStep: { from: 8, at: [5], to: [16] } } },
      true,
    ],
  ])("reads programs: %j %s", (saved, valid) => {
    expect(validate(saved), JSON.stringify(validate.errors)).toBe(valid);
  });

  it("says what each field means", () => {
    const { $defs } = planSchema() as { readonly $defs: Record<string, { readonly properties: object }> };
    const silent = Object.entries($defs)
      .filter(([kind]) => kind in PLANS || kind.startsWith("plain."))
      .flatMap(([kind, { properties }]) =>
        Object.entries(properties).flatMap(([name, field]) => (field.description ? [] : [`${kind}.${name}`])),
      );
    expect(silent).toEqual([]);
  });
});
