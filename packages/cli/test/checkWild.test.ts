import { PlanError } from "anneal";
import { check, type Finding } from "anneal/check";
import { describe, expect, it } from "vitest";
import { readingOf, samples } from "../../readers/test/wild/samples.ts";

/** What is warned of in schedules as public projects write them, and why that is right. */
const WARNINGS: Readonly<Record<string, string>> = {
  "deepspeed AN006": "its warm-ups leave the first two updates at 0",
  "megatron AN006": "a decay that is shorter than the training, to a floor of 0",
  "megatron AN003": "a decay of 320,000 iterations in a training of 10,000",
  "pytorch AN016": "a peak for each group, where the optimizer has one rate",
};

describe("schedules as public projects write them", () => {
  const findings: (Finding & { readonly file: string })[] = [];
  let checked = 0;
  for (const sample of samples) {
    try {
      const { program, run, bases, functions, unit } = readingOf(sample, sample.values ?? {});
      if (!program) continue;
      const given = { ...(bases && { bases }), ...(functions && { functions }), ...(unit && { unit }) };
      const found = check(program, { ...run, ...sample.run }, given);
      findings.push(...found.map((one) => ({ ...one, file: sample.file })));
      checked++;
    } catch (error) {
      // It cannot be read, or its text does not have all that the plan needs.
      if (!(error instanceof PlanError)) throw error;
    }
  }
  const told = (severity: Finding["severity"]) =>
    findings.filter((one) => one.severity === severity).map(({ file, code, text }) => ({ file, code, text }));

  it("are checked, hundreds of them, without an error", () => {
    expect(checked).toBeGreaterThan(200);
    expect(told("error")).toEqual([]);
  });

  it("are warned of only with a reason", () => {
    const strange = told("warning").filter(({ file, code }) => !(`${file.split("/")[0]} ${code}` in WARNINGS));
    expect(strange).toEqual([]);
    expect(told("warning").length).toBeLessThan(0.06 * checked);
  });
});
