import type { Report, Reported } from "../report.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands of GitHub Actions: one annotation for each finding. */
export function asGitHub({ findings }: Report): string {
  return findings.map((one) => `${annotation(one)}\n`).join("");
}

function annotation({ severity, code, file, place, path, text, mend, source, schedule }: Reported): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file.replaceAll("\\", "/"))}`]),
    ...(file !== undefined && place ? [`line=${place.line}`, `col=${place.column}`] : []),
    `title=${property([code, schedule, path].filter(Boolean).join(" "))}`,
  ];
  const message = [file === undefined ? `${source}: ${text}` : text, mend].filter(Boolean).join("\n");
  return `::${COMMANDS[severity]} ${properties.join(",")}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
