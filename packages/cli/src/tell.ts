import { PlanError } from "anneal";
import type { Say } from "./language/language.ts";
import { SourceError } from "./source/sourceError.ts";
import { UsageError } from "./usageError.ts";

/** An error as the lines that a user reads, in their language. */
export function tell(error: unknown, say: Say = (english) => english): string {
  return say(linesOf(error));
}

function linesOf(error: unknown): string {
  if (error instanceof SourceError) return error.message.endsWith("\n") ? error.message : `${error.message}\n`;
  if (error instanceof UsageError) return `anneal: ${error.message}\n`;
  if (error instanceof PlanError) return error.message.replaceAll(/^/gm, "anneal: ").concat("\n");
  // What the system refused, such as a file that cannot be written, is the user's to mend; all else is ours.
  const { message, code, stack } = Object(error) as Partial<Record<"message" | "code" | "stack", unknown>>;
  if (code !== undefined && typeof message === "string") return `anneal: ${message}\n`;
  return `anneal: this is a fault in anneal itself, please report it\n${textOf(stack ?? message ?? error)}\n`;
}

/** Anything that was thrown as text: also what is none and cannot be made one. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}
