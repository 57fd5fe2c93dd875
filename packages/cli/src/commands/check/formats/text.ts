import { createColors } from "picocolors";
import type { Io } from "../../../io.ts";
import { wrapped } from "../../../terminal/wrapped.ts";
import { countsOf, type Report, type Reported } from "../report.ts";

const COLORS = { error: "red", warning: "yellow", info: "cyan" } as const;

/** For people: each finding with its place, what it means and how to mend it, then how many there are. */
export function asText(report: Report, io: Pick<Io, "columns" | "colors" | "say">): string {
  const { findings, checked, withoutSteps } = report;
  const colors = createColors(io.colors);
  const { say } = io;
  const width = Math.max(20, Math.min(io.columns, 120));
  const told = findings.map((one) => {
    const { severity, code, text, mend } = one;
    const painted = `${placed(one)}: ${colors[COLORS[severity]](`${say(severity)} ${code}`)}`;
    const where = whereOf(one);
    const lines = [...(where ? [where] : []), text, ...(mend ? [`mend: ${mend}`] : [])].map(say);
    return [painted, ...lines.flatMap((line) => wrapped(line, width - 2).map((part) => `  ${part}`))].join("\n");
  });
  const { errors, warnings, infos } = countsOf(report);
  const counts = [
    [errors, "error"],
    [warnings, "warning"],
    [infos, "info"],
  ] as const;
  const some = counts.filter(([count]) => count > 0).map(([count, what]) => plural(count, what));
  const schedules = plural(checked, "schedule");
  told.push(say(some.length > 0 ? `${some.join(", ")} in ${schedules}` : `no findings in ${schedules}`));
  if (withoutSteps > 0) {
    const which = withoutSteps === checked ? "" : `on ${plural(withoutSteps, "schedule")} of them `;
    told.push(wrapped(say(`without --steps most rules are silent ${which}`.trim()), width).join("\n"));
  }
  return `${told.join("\n\n")}\n`;
}

function placed({ source, place, schedule }: Reported): string {
  const at = place ? `${source}:${place.line}:${place.column}` : source;
  return schedule ? `${at}: ${schedule}` : at;
}

function whereOf({ path, step }: Reported): string {
  return [path && `in ${path}`, step === undefined ? "" : `at step ${step}`].filter(Boolean).join(", ");
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 || what === "info" ? "" : "s"}`;
}
