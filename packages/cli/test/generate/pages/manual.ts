import { about } from "../../../src/about.ts";
import type { CommandDefinition, Flag } from "../../../src/command.ts";
import { commands } from "../../../src/commands.ts";
import { languageFlag } from "../../../src/language/language.ts";

/** The man page, in roff. */
export function manual(): string {
  return `.TH ANNEAL 1 "" "anneal ${about.version}" "User Commands"
.SH NAME
anneal \\- ${lower(roff(about.summary)).replace(/\.$/, "")}
.SH SYNOPSIS
.B anneal
.I command
[\\fIoptions\\fR] [\\fIsource\\fR...]
.SH DESCRIPTION
${roff(about.source)}
.SH COMMANDS
${commands.map(section).join("")}.SH LANGUAGE
.TP
.B ${roff(languageFlag.flags)}
${roff(languageFlag.help)}: en or zh. It goes with every command, or before it. JSON, SARIF, CSV, annotations and code
are in English in any language, and so is a .png where no font has Chinese letters.
.SH EXIT STATUS
${about.exitCodes.map(([code, meaning]) => `.TP\n.B ${code}\n${roff(meaning)}\n`).join("")}.SH ENVIRONMENT
.TP
.B NO_COLOR
No colours, as in a pipe.
.TP
.B COLUMNS
How many columns a line of output may have.
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG ", " LANGUAGE
The locale: the first one that is set decides the language of the messages.
`;
}

function section({ name, takes, choices, description, flags, examples }: CommandDefinition): string {
  const among = choices ? `\\fI${roff(takes)}\\fR is one of ${choices.join(", ")}.\n` : "";
  const lines = examples.map(([line, what]) => `.PP\n${roff(what)}\n.PP\n.nf\n.RS 4\n${roff(line)}\n.RE\n.fi\n`);
  return `.SS "anneal ${[name, roff(takes)].join(" ").trim()}"
${roff(description)}
${among}${flags.map(option).join("")}${lines.join("")}`;
}

function option({ flags, help, choices, repeated }: Flag): string {
  const among = choices ? `: ${choices.join(", ")}` : "";
  return `.TP\n.B ${roff(flags)}\n${roff(help + among + (repeated ? "; may be given more than once" : ""))}\n`;
}

/** A text in which nothing is a command of roff. */
const roff = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("'", "\\(aq")
    .replaceAll(/^\./gm, "\\&.")
    // What is beyond ASCII is read as bytes.
    .replaceAll(
      /[^\0-\x7f]/gu,
      (letter) => `\\[u${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}]`,
    );

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
