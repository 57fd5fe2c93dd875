import type { PlanError } from "anneal";
import { excerpt } from "./excerpt.ts";
import type { Place } from "./place.ts";

/** One thing to be told of a source, and where in it. */
export interface Remark {
  readonly text: string;
  readonly place: Place | undefined;
}

/** A source that cannot be read, or is not complete: each problem with its place in the text, and the line it stands in. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  constructor(
    /** What the source is called: a file as it was given, `-`, or `argument`. */
    readonly source: string,
    problems: PlanError | readonly Remark[],
    text: string,
    /** What is to be said after the problems. */
    hints: readonly string[] = [],
  ) {
    const remarks = "issues" in problems ? problems.issues.map(remarkOf) : problems;
    super(
      [
        ...remarks.map((remark, i) => told(source, remark, text, remarks[i + 1]?.place)),
        ...hints.map((hint) => `anneal: ${hint}`),
      ].join("\n"),
    );
  }
}

const PLACE = /^line (\d+), column (\d+)(?:, )?/;

function remarkOf({ path, expected, received }: PlanError["issues"][number]): Remark {
  const [whole = "", line, column] = PLACE.exec(path) ?? [];
  const rest = path.slice(whole.length);
  const place = whole ? { line: Number(line), column: Number(column) } : undefined;
  return { text: `${rest && `${rest}: `}expected ${expected}, received ${received}`, place };
}

/** A remark after its place, and the line of several remarks after the last of them. */
function told(source: string, { text: what, place }: Remark, text: string, next: Place | undefined): string {
  if (!place) return `${source}: ${what}`;
  const goesOn = next?.line === place.line && next.column === place.column;
  return `${source}:${place.line}:${place.column}: ${what}${goesOn ? "" : excerpt(text, place)}`;
}
