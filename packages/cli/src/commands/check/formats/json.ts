import { countsOf, type Report } from "../report.ts";

/** For programs: `{ checked, withoutSteps, errors, warnings, infos, findings }`; what is not known of a finding is null. */
export function asJson(report: Report): string {
  const { checked, withoutSteps } = report;
  const findings = report.findings.map(({ place, file, schedule, step, source, ...rest }) => ({
    ...rest,
    step: step ?? null,
    source,
    file: file ?? null,
    schedule: schedule ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  }));
  return `${JSON.stringify({ checked, withoutSteps, ...countsOf(report), findings }, undefined, 2)}\n`;
}
