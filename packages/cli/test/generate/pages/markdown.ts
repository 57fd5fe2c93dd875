import { about } from "../../../src/about.ts";
import type { CommandDefinition, Flag } from "../../../src/command.ts";
import { commands } from "../../../src/commands.ts";

/** docs/cli.md. */
export function markdown(): string {
  const codes = about.exitCodes.map(([code, meaning]) => `\`${code}\` ${meaning}`).join(", ");
  const rows = commands.map(({ name, summary }) => `| [\`anneal ${name}\`](#anneal-${name}) | ${cell(summary)} |\n`);
  return `# The \`anneal\` command

${about.summary}

${withCode(about.source)}

Exit codes: ${codes}. With \`NO_COLOR\` in the environment, and in a pipe, there are no colours.

\`--lang en\` and \`--lang zh\`, with every command or before it, choose the language of the messages; else it is the
locale's (\`LC_ALL\`, \`LC_MESSAGES\`, \`LANG\`, \`LANGUAGE\`), and English where that is no Chinese one. JSON, SARIF, CSV,
annotations and code are in English in any language, and so is a .png where no font has Chinese letters.

| command | what it does |
|---|---|
${rows.join("")}
${commands.map(section).join("\n")}`;
}

function section({ name, takes, choices, description, flags, examples }: CommandDefinition): string {
  const among = choices ? `\n\`${takes}\` is one of ${choices.map((one) => `\`${one}\``).join(", ")}.\n` : "";
  const lines = examples.map(([line, what]) => `# ${what.replace(/:$/, "")}\n${line}\n`);
  return `## anneal ${name}

\`anneal ${name}${flags.length > 0 ? " [options]" : ""}${takes && ` ${takes}`}\`

${withCode(description)}
${among}
\`\`\`sh
${lines.join("\n")}\`\`\`
${flags.length > 0 ? `\n| flag | |\n|---|---|\n${flags.map(row).join("")}` : ""}`;
}

function row({ flags, help, choices, repeated }: Flag): string {
  const among = choices ? `: ${choices.map((one) => `\`${one}\``).join(", ")}` : "";
  return `| \`${cell(flags)}\` | ${cell(withCode(help))}${among}${repeated ? "; may be given more than once" : ""} |\n`;
}

/** A text in a table. */
const cell = (text: string): string => text.replaceAll("|", "\\|");

/** Calls, flags and shapes of data as code. */
const withCode = (text: string): string =>
  text.replaceAll(/'[a-zA-Z]+\(.*?\)'|(?<![\w-])--[a-z][\w-]*|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "`$&`");
