import { displayWidth } from "./displayWidth.ts";
import { wrapped } from "./wrapped.ts";

/** A label beside which the text has a column of its own. */
const LABEL = /^(?:note: |说明：)?/;

/** How few columns a text is broken to. */
const NARROWEST = 20;

/** Lines as a terminal has room for them, the rest of each indented; what is indented already stays as it is. */
export function hanging(text: string, columns: number): string {
  const room = Math.max(columns, NARROWEST);
  return text
    .split("\n")
    .map((line) => (/^\S/.test(line) && displayWidth(line) > room ? broken(line, room) : line))
    .join("\n");
}

function broken(line: string, room: number): string {
  const label = LABEL.exec(line)?.[0] ?? "";
  const indent = displayWidth(label) || 2;
  const [first = ""] = wrapped(line, room);
  const rest = wrapped(line.slice(first.length).trimStart(), room - indent);
  return [first, ...rest.map((one) => " ".repeat(indent) + one)].join("\n");
}
