import { readFileSync } from "node:fs";
import { PlanError, type Run } from "anneal";
import { check, type Finding, rules } from "anneal/check";
import { readingOf, samples } from "./samples.ts";

/** What `check` says of a sample's plan. */
export interface Said {
  readonly file: string;
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly text: string;
}

/** What was found by reading a public file whether a rule is right to speak of it, for one sample or a whole folder. */
export interface Verdict {
  readonly code: string;
  /** A sample, or a folder of them. */
  readonly of: string;
  readonly right: boolean;
  readonly why: string;
}

/** Our verdicts. */
export const verdicts: readonly Verdict[] = JSON.parse(readFileSync(new URL("verdicts.json", import.meta.url), "utf8"));

/** The verdict on a finding: nothing where none was written down. */
export function verdictOn({ file, code }: Said): Verdict | undefined {
  const on = (of: string): Verdict | undefined => verdicts.find((one) => one.code === code && one.of === of);
  return on(file) ?? on(file.split("/")[0] as string);
}

/** Checks every plan that can be read, with the facts of its sample. */
export function checkAll(): { readonly checked: number; readonly said: readonly Said[] } {
  const said: Said[] = [];
  let checked = 0;
  for (const sample of samples) {
    try {
      const { program, run, bases, functions, unit } = readingOf(sample, sample.values ?? {});
      if (!program || sample.fault !== undefined) continue;
      const given = { ...(bases && { bases }), ...(functions && { functions }), ...(unit && { unit }) };
      const found = check(program, { ...run, ...sample.run } as Run, given);
      said.push(...found.map(({ code, severity, text }) => ({ file: sample.file, code, severity, text })));
      checked++;
    } catch (error) {
      // It cannot be read, or its text does not have all that the plan needs.
      if (!(error instanceof PlanError)) throw error;
    }
  }
  return { checked, said };
}

/** How often a rule speaks, and how often it is right to. */
export interface Spoken {
  readonly code: string;
  readonly title: string;
  readonly said: number;
  readonly right: number;
  readonly wrong: readonly Said[];
}

/** Every rule's count. */
export function spoken(said: readonly Said[]): readonly Spoken[] {
  return rules.map(({ code, title }) => {
    const own = said.filter((one) => one.code === code);
    const wrong = own.filter((one) => verdictOn(one)?.right !== true);
    return { code, title, said: own.length, right: own.length - wrong.length, wrong };
  });
}
