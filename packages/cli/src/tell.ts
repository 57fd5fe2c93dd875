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
  const { message = String(error), code } = Object(error) as { readonly message?: string; readonly code?: string };
  // What the system refused, such as a file that cannot be written, is the user's to mend; all else is ours.
  if (code !== undefined) return `anneal: ${message}\n`;
  return `anneal: this is a fault in anneal itself, please report it\n${(error as Error).stack ?? message}\n`;
}
