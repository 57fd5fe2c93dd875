import type { Assignment, Command, Word } from "./word.ts";
import { WordReader } from "./wordReader.ts";

const ASSIGN = /([A-Za-z_]\w*)(\+?)=/y;
/** What may stand before an assignment or a command without a meaning for either. */
const PREFIX = /(?:export|local|readonly|declare(?: -[aAgirx]+)?|typeset|then|do|else|time|exec|nohup|[{!])(?=[ \t])/y;
/** Prompts, as documentation shows them. */
const PROMPT = /[ \t]*(?:[$%>!][ \t]*)(?=[A-Za-z_])/y;
/** What begins either of the next two. */
const REDIRECTS = /[\d<>&]/;
const REDIRECT = /(?:\d*(?:>>|>\||>|<<<|<)|&>>?)&?/y;
const HEREDOC = /\d*<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1/y;

const OPENS = /(?:if|case|for|while|until|select)(?=[ \t])/y;
const CLOSES = /(?:fi|esac|done)(?![\w./=-])/y;

/** The commands of a shell script, in their order, whatever their conditions. */
export function* commands(text: string): Generator<Command> {
  const reader = new WordReader(text);
  let depth = 0;
  while (reader.next) {
    reader.pass(PROMPT);
    reader.skip();
    if (reader.pass(OPENS)) depth++;
    else if (reader.pass(CLOSES)) depth = Math.max(depth - 1, 0);
    const command = oneCommand(reader, depth > 0);
    if (command.words.length > 0 || command.assignments.length > 0) yield command;
    // What ended it.
    reader.at++;
  }
}

function oneCommand(reader: WordReader, conditional: boolean): Command {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  for (;;) {
    reader.skip();
    if (words.length === 0 && reader.pass(PREFIX)) continue;
    const assignment = words.length === 0 ? assign(reader, conditional) : undefined;
    if (assignment) assignments.push(assignment);
    else if (!(REDIRECTS.test(reader.next) && (skipHeredoc(reader) || redirect(reader)))) {
      const word = reader.word();
      if (!word) return { assignments, words };
      words.push(word);
    }
  }
}

function assign(reader: WordReader, conditional: boolean): Assignment | undefined {
  const found = reader.match(ASSIGN);
  if (!found) return undefined;
  const [, variable = "", plus] = found;
  const append = plus === "+";
  if (!reader.pass(/\(/y)) {
    return { variable, append, conditional, value: reader.word() ?? { pieces: [], offset: reader.at } };
  }
  const value: Word[] = [];
  for (;;) {
    reader.skip();
    const word = reader.word();
    if (word) value.push(word);
    else if (!reader.pass(/[\n;|&<>(]/y)) break;
  }
  reader.pass(/\)/y);
  return { variable, append, conditional, value };
}

function redirect(reader: WordReader): boolean {
  if (!reader.pass(REDIRECT)) return false;
  reader.skip();
  reader.word();
  return true;
}

/** A text that is given to a command is none of its words. */
function skipHeredoc(reader: WordReader): boolean {
  const found = reader.match(HEREDOC);
  if (!found) return false;
  const end = reader.text.indexOf(`\n${found[2]}`, reader.at);
  // The rest of its line is passed over with it, and so is a text without an end.
  reader.at = end < 0 ? reader.text.length : end + 1 + (found[2] ?? "").length;
  return true;
}
