import type { PlanError } from "anneal";

/** A source that cannot be read: each problem with its place in the text, and the line it stands in. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  constructor(
    /** What the source is called: a file's name, `-`, or `argument`. */
    readonly source: string,
    readonly problems: PlanError,
    text: string,
  ) {
    const lines = text.split(/\r\n|\r|\n/);
    super(problems.issues.map((issue) => told(source, issue, lines)).join("\n"));
  }
}

const PLACE = /^line (\d+), column (\d+)(?:, )?/;

/** How much of a line is shown. */
const WIDEST = 120;

function told(
  source: string,
  { path, expected, received }: PlanError["issues"][number],
  lines: readonly string[],
): string {
  const [whole = "", line = "", column = ""] = PLACE.exec(path) ?? [];
  const rest = path.slice(whole.length);
  const what = `${rest && `${rest}: `}expected ${expected}, received ${received}`;
  if (!whole) return `${source}: ${what}`;
  const text = lines[Number(line) - 1] ?? "";
  // A tab is as wide as a terminal makes it, in both lines.
  const before = text.slice(0, Number(column) - 1).replaceAll(/[^\t]/g, " ");
  const caret = text && text.length <= WIDEST ? `\n  ${text}\n  ${before}^` : "";
  return `${source}:${line}:${column}: ${what}${caret}`;
}
