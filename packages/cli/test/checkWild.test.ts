import { PlanError } from "anneal";
import { check, type Finding } from "anneal/check";
import { describe, expect, it } from "vitest";
import { checkAll, verdictOn } from "../../readers/test/wild/checks.ts";
import { forms, readingOf } from "../../readers/test/wild/samples.ts";

/** What is warned of in the forms in which schedules are written, and why that is right. */
const WARNINGS: Readonly<Record<string, string>> = {
  "deepspeed AN006": "its warm-ups leave the first two updates at 0",
  "pytorch AN004": "milestones at 30 and 80 in a loop of 20 epochs",
  "megatron AN006": "a decay that is shorter than the training, to a floor of 0",
  "megatron AN003": "a decay of 320,000 iterations in a training of 10,000",
  "pytorch AN007": "SWALR climbs to a rate of its own, above what the cosine came to",
  "pytorch AN016": "a peak for each group, where the optimizer has one rate",
};

describe("the forms in which schedules are written", () => {
  const findings: (Finding & { readonly file: string })[] = [];
  let checked = 0;
  for (const sample of forms.samples) {
    try {
      const { program, run, bases, functions, unit } = readingOf(sample, sample.values ?? {}, forms);
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

describe("schedules as public projects write them", () => {
  const { checked, said } = checkAll();

  it("are checked, hundreds of them, and each finding has a verdict", () => {
    expect(checked).toBeGreaterThan(200);
    expect(said.filter((one) => verdictOn(one) === undefined)).toEqual([]);
  });

  it("are hardly ever warned of wrongly", () => {
    const alarms = said.filter(({ severity }) => severity !== "info");
    expect(alarms.length).toBeLessThan(0.06 * checked);
    expect(alarms.filter((one) => verdictOn(one)?.right === false).length).toBeLessThanOrEqual(1);
  });
});
