import * as library from "anneal";
import { PlanError, parsePlan, schedule } from "anneal";
import { check } from "anneal/check";
import { describe, expect, it } from "vitest";
import { readingOf, samples } from "../../../readers/test/wild/samples.ts";
import { translator } from "../../src/language/translator.ts";
import { catalogue } from "../../src/language/zh/catalogue.ts";

const say = translator(catalogue);

/** The texts that are not said in Chinese: data alone is the same in any language. */
function unsaid(texts: Iterable<string>): readonly string[] {
  return [...texts].filter((text) => {
    const said = say(text);
    const rest = said.replaceAll(/"[^"]*"|\{[^}]*\}|\([^)]*\)/g, "");
    const isData = /^["[(]|^[\w.()[\]-]+(?:: [\w.]+)?$/.test(text);
    return !isData && (!/\p{Script=Han}/u.test(said) || /[a-z]{2,} [a-z]{2,}/.test(rest));
  });
}

/** Collects what an error expects and received. */
function refusals(into: Set<string>, make: () => unknown): readonly string[] {
  try {
    make();
    return [];
  } catch (error) {
    if (!(error instanceof PlanError)) return [];
    for (const { expected, received } of error.issues) {
      into.add(expected);
      into.add(received);
    }
    return error.issues.map(({ expected }) => expected);
  }
}

/** Values that hardly any field takes. */
const WRONG: readonly unknown[] = [
  ...[-1, 0, 0.5, 3, 1e12, Number.NaN, "x", "5 epochs", "rest", "last", "0.1x", "-1x", "5 tokens", "y".repeat(50)],
  ...[{}, [], [1], [3, 2], ["x"], null, true, () => 1, { kind: "linear" }, { kind: "cosin" }, { knd: 1 }],
];

const RIGHT: readonly unknown[] = [3, "5 epochs", [1, 2]];

describe("what is said in Chinese", () => {
  it("is what every recipe, kind and controller expects", () => {
    const seen = new Set<string>();
    const makers = Object.entries(library).filter(([name, one]) => /^[a-z]/.test(name) && typeof one === "function");
    for (const [, one] of makers) {
      const make = one as (...given: readonly unknown[]) => unknown;
      for (const wrong of WRONG) refusals(seen, () => make(wrong, wrong));
      const [expected = ""] = refusals(seen, () => make(5));
      const fields = (/^an object with (.*)$/.exec(expected)?.[1] ?? "").split(", ").filter(Boolean);
      for (const field of fields) {
        for (const wrong of WRONG) {
          refusals(seen, () => make({ [field]: wrong }));
          for (const other of fields) {
            for (const right of RIGHT) refusals(seen, () => make({ [field]: wrong, [other]: right }));
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(120);
    expect(unsaid(seen)).toEqual([]);
  });

  it("is what plans and runs are refused for", () => {
    const seen = new Set<string>();
    for (const wrong of WRONG) {
      refusals(seen, () => parsePlan(wrong));
      refusals(seen, () => parsePlan({ kind: "constant", value: 1, version: wrong }));
      for (const fact of ["base", "steps", "stepsPerEpoch", "samplesPerStep", "tokensPerStep"]) {
        refusals(seen, () => schedule(library.constant({ value: 1 }), { [fact]: wrong } as never));
      }
      for (const kind of ["linear", "piecewise", "custom", "sequence", "repeat", "product", "clamp", "clock"]) {
        for (const field of ["from", "over", "plan", "parts", "at", "values", "name", "unit", "times"]) {
          refusals(seen, () => parsePlan({ kind, [field]: wrong }));
          refusals(seen, () => schedule({ kind, [field]: wrong } as never, {}));
        }
      }
    }
    for (const over of ["5 epochs", "5%", "5 samples", "5 tokens", "rest"] as const) {
      refusals(seen, () => schedule(library.linear({ from: 0, to: "1x", over }) as never, {}));
    }
    expect(seen.size).toBeGreaterThan(60);
    expect(unsaid(seen)).toEqual([]);
  });

  it("is what is read and found in schedules as public projects write them", () => {
    const seen = new Set<string>();
    for (const sample of samples) {
      refusals(seen, () => {
        const { needs } = readingOf(sample, {});
        for (const { why } of needs) seen.add(why);
        const { program, run, bases, functions, unit, notes, problems } = readingOf(sample, sample.values ?? {});
        for (const { text } of notes) seen.add(text);
        for (const { expected, received } of problems) seen.add(`expected ${expected}, received ${received}`);
        if (!program) return;
        const given = { ...(bases && { bases }), ...(functions && { functions }), ...(unit && { unit }) };
        for (const steps of [10, 1000]) {
          const facts = { ...run, ...sample.run, steps, stepsPerEpoch: 100 };
          for (const { text, mend } of check(program, facts, { ...given, processes: 4, accumulate: 2 })) {
            seen.add(text).add(mend);
          }
        }
      });
    }
    expect(seen.size).toBeGreaterThan(300);
    expect(unsaid(seen)).toEqual([]);
  });
});
