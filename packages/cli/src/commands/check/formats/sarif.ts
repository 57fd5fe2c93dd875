import { rules } from "anneal/check";
import { READING, type Report, type Reported } from "../report.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

const RULES = [...rules, ...READING];

/** SARIF 2.1.0, which code scanning reads. */
export function asSarif({ findings }: Report): string {
  const driver = {
    name: "anneal",
    rules: [
      ...rules.map(({ code, title }) => ruleOf(code, title, anchorOf(`${code}: ${title}`))),
      ...READING.map(({ code, title }) => ruleOf(code, title, "")),
    ],
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results: findings.map(resultOf) }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A rule, and where it is explained with examples. */
function ruleOf(code: string, title: string, anchor: string): object {
  const page = `docs/check.md${anchor}`;
  const help = { text: `${title}: see ${page}`, markdown: `[${code}: ${title}](${page})` };
  return { id: code, shortDescription: { text: title }, help };
}

/** What links to a heading of a page in Markdown. */
function anchorOf(heading: string): string {
  const plain = heading.toLowerCase().replaceAll(/[^\p{Letter}\p{Number} _-]/gu, "");
  return `#${plain.replaceAll(" ", "-")}`;
}

function resultOf({ code, severity, text, mend, file, place, path, schedule }: Reported): object {
  const name = [schedule, path].filter(Boolean).join(": ");
  const location = {
    ...(file !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        ...(place && { region: { startLine: place.line, startColumn: place.column } }),
      },
    }),
    ...(name && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
  return {
    ruleId: code,
    ruleIndex: RULES.findIndex((rule) => rule.code === code),
    level: LEVELS[severity],
    message: { text: [text, mend].filter(Boolean).join("\n") },
    locations: Object.keys(location).length > 0 ? [location] : [],
  };
}

/** A path as a reference; of Windows too. */
function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (/^[a-zA-Z]:\//.test(path)) return `file:///${encoded.replace("%3A", ":")}`;
  return path.startsWith("/") ? `file://${encoded}` : encoded;
}
