import { BACKSLASH, closesBracket, HASH, opensBracket, QUOTE, SINGLE } from "./characters.ts";
import { notebookSource } from "./notebook.ts";

/** A line that only Python begins so, or only its continuation. */
const STATEMENT =
  /^\s*(?:import [A-Za-z_]|from \.*[\w.]+ import\b|(?:async )?def \w+\s*\(|class \w+\s*[(:]|@[A-Za-z_][\w.]*|(?:for|async for) (?:(?! in ).)+ in .+:|(?:if|elif|while|with|except|match|case)\b.*:\s*(?:#.*)?$|(?:else|try|finally)\s*:|(?:pass|break|continue)\s*$|(?:del|assert) [\w.]+|print ["'(]|#)/;
const ASSIGNMENT =
  /^\s*[A-Za-z_][\w.]*(?:\[[^\]]*\](?:\.\w+)*)*(?:\s*,\s*[A-Za-z_][\w.]*)*\s*(?::[\w.[\], |]+)?(?:[-+*/%|&^]|\/\/|\*\*)?=(?!=)\s*\S/;
/** A condition or a loop with what it does in one line: one operand after the other would be prose. */
const OPERAND = String.raw`(?:not\s+)?[\w.[\]()"'+-]+`;
const ONE_LINE = new RegExp(
  String.raw`^\s*(?:(?:if|elif|while)\s+${OPERAND}(?:\s*(?:[=!<>]=|[<>%]|\bis\s+not\b|\bnot\s+in\b|\b(?:is|in|and|or)\b)\s*${OPERAND})*|else|for\s+\w+(?:\s*,\s*\w+)*\s+in\s+${OPERAND})\s*:\s*(?:[A-Za-z_][\w.]*(?:\[[^\]]*\](?:\.\w+)*)*\s*(?:[-+*/%]|//|\*\*)?=(?!=)\s*\S|[A-Za-z_][\w.]*\(|(?:pass|break|continue|return|raise)\b)`,
);
const CALL = /^\s*[A-Za-z_][\w.]*\((?![^()]*\)\s*(?!(?:if|for|and|or|in|is|not)\b)\p{L})/u;

/**
 * The Python in a text: a page of prose with code between its paragraphs, a Markdown page's blocks, a session with
 * `>>>` prompts, or a notebook. What is no Python is blank, so that every line keeps its number; a notebook's cells are
 * put one after the other.
 */
export function pythonIn(text: string): string {
  const notebook = notebookSource(text);
  if (notebook !== undefined) return notebook;
  const lines = text.replace(/^\uFEFF/, "").split(text.includes("\r") ? /\r\n?|\n/ : "\n");
  if (text.includes(">>> ") && lines.some((line) => /^\s*>>> /.test(line))) return lines.map(prompted).join("\n");
  const fences = /```|~~~/.test(text) ? fenced(lines) : undefined;
  return (fences ?? unpadded(bare(lines))).join("\n");
}

/** Whether what is taken for the Python in a text has anything that looks like Python's statements. */
export function hasStatements(code: string): boolean {
  return /\S/.test(code) && code.split("\n").some((line) => line !== "" && begins(line));
}

/** How much of a line is looked at. */
const MOST_LOOKED_AT = 1000;

/** Whether a statement begins in a line. */
export function begins(line: string): boolean {
  const start = line.slice(0, MOST_LOOKED_AT);
  if (STATEMENT.test(start)) return true;
  if (start.includes(":") && ONE_LINE.test(start)) return true;
  return (start.includes("=") && ASSIGNMENT.test(start)) || (start.includes("(") && CALL.test(start));
}

/** Whether a line opens a block. */
function opens(line: string): boolean {
  return /:\s*(?:#.*)?$/.test(line.slice(-MOST_LOOKED_AT));
}

function prompted(line: string): string {
  const [, code] = /^\s*(?:>>>|\.\.\.)(?: (.*))?$/.exec(line) ?? [];
  return code ?? "";
}

/** The lines in blocks that are marked as Python's or as nothing's, or nothing where there are none. */
function fenced(lines: readonly string[]): readonly string[] | undefined {
  let [fence, python, any] = ["", false, false];
  let indent = 0;
  const kept = lines.map((line) => {
    const [, space = "", mark = "", language = ""] = /^(\s*)(```+|~~~+)\s*([\w+-]*)/.exec(line) ?? [];
    if (fence === "" && mark !== "") {
      [fence, python, indent] = [mark, /^(?:py\w*|python\w*|ipython\w*|)$/i.test(language), space.length];
      any ||= python;
      return "";
    }
    if (fence !== "" && line.trim().startsWith(fence)) {
      fence = "";
      return "";
    }
    return fence !== "" && python && !isMagic(line) ? line.slice(Math.min(indent, line.search(/\S|$/))) : "";
  });
  return any ? kept : undefined;
}

/** The lines of a page that are code: statements, and what is inside their brackets, texts and blocks. */
function bare(lines: readonly string[]): readonly string[] {
  let inside = new Opened();
  let block = -1;
  let ahead = 0;
  return lines.map((line, i) => {
    const indent = indentOf(line);
    if (!inside.any) {
      if (indent < 0) return "";
      const begun = begins(line);
      if (!begun && (block < 0 || indent <= block)) {
        block = -1;
        return isCode(line) ? line : "";
      }
      if (opens(line) && begun && (block < 0 || indent <= block)) block = indent;
      else if (block >= 0 && indent <= block) block = -1;
    }
    const next = inside.after(line);
    // A bracket that is never closed is prose's.
    if (!inside.any && next.any) {
      // A statement may be a table of thousands of lines.
      const most = begins(line) ? LONGEST_OF_CODE : LONGEST;
      const count = ahead < MOST_AHEAD ? closing(lines, i, next, most) : 0;
      ahead += count ?? Math.min(most, lines.length - i);
      if (count === undefined) return "";
    }
    inside = next;
    return isMagic(line) && !inside.any ? "" : line;
  });
}

/** How far in a line begins; -1 where it is blank. */
function indentOf(line: string): number {
  const first = line.charCodeAt(0);
  return first > 32 && first < 127 ? 0 : line.search(/\S/);
}

/** A literal or an operation alone on its line. */
function isCode(line: string): boolean {
  return /^\s*[[\]({})"'\d.][\w\s"'.,=()[\]{}:+*/-]*$/.test(line) && /[\])}]\s*$/.test(line);
}

function isMagic(line: string): boolean {
  return /^\s*(?:%|!|\?)/.test(line);
}

/** How many lines a bracket is open at most, one in prose and one that a statement begins with, and how many are looked at for where brackets are closed. */
const [LONGEST, LONGEST_OF_CODE] = [2000, 50_000];
const MOST_AHEAD = 200_000;

/** How many lines on brackets are closed; undefined where they are not. */
function closing(lines: readonly string[], from: number, begin: Opened, most: number): number | undefined {
  let inside = begin;
  for (let i = from + 1; i < Math.min(lines.length, from + most); i++) {
    inside = inside.after(lines[i] ?? "");
    if (!inside.any) return i - from;
  }
  return undefined;
}

/** Which brackets and texts are open after some lines. */
class Opened {
  constructor(
    readonly brackets: number = 0,
    readonly quotes: string = "",
  ) {}

  get any(): boolean {
    return this.brackets > 0 || this.quotes !== "";
  }

  after(line: string): Opened {
    let { brackets, quotes } = this;
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === QUOTE || code === SINGLE) {
        const mark = line.charAt(at);
        const isLong = line.charCodeAt(at + 1) === code && line.charCodeAt(at + 2) === code;
        const own = isLong ? mark.repeat(3) : mark;
        at += own.length - 1;
        if (quotes === "") quotes = own;
        else if (quotes === own) quotes = "";
      } else if (quotes !== "") continue;
      else if (code === HASH) break;
      else if (opensBracket(code)) brackets++;
      else if (closesBracket(code) && brackets > 0) brackets--;
    }
    // Only a text in three quotes goes on in the next line.
    if (quotes.length !== 3) quotes = "";
    return brackets === this.brackets && quotes === this.quotes ? this : new Opened(brackets, quotes);
  }
}

/** A page that is indented as a whole begins at its first column. */
function unpadded(lines: readonly string[]): readonly string[] {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const indent = indentOf(line);
    if (indent >= 0 && indent < least) least = indent;
  }
  return Number.isFinite(least) && least > 0 ? lines.map((line) => line.slice(least)) : lines;
}
