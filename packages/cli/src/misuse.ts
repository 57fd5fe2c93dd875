import { nearest } from "anneal-readers/nearest";
import type { CommanderError } from "commander";
import type { CommandDefinition } from "./command.ts";
import { UsageError } from "./usageError.ts";

/** What is wrong with a command line, in one line with what to do about it. */
export function misuse(
  { code, message }: Pick<CommanderError, "code" | "message">,
  words: readonly string[],
  commands: readonly CommandDefinition[],
): UsageError {
  const names = commands.map(({ name }) => name);
  // `help` of what is no command has a message that is a placeholder.
  if (code === "commander.help") return new UsageError(unknownCommand(words.at(-1) ?? "", names));
  const [, unknown] = /unknown command '(.*)'/s.exec(message) ?? [];
  if (unknown !== undefined) return new UsageError(unknownCommand(unknown, names));
  const told = message.replace(/^error: /, "").replaceAll("\n", " ");
  const command = words.find((word) => names.includes(word));
  const see = code === "commander.missingArgument" && command ? `; see anneal ${command} --help` : "";
  return new UsageError(told + see);
}

function unknownCommand(given: string, names: readonly string[]): string {
  const near = nearest(given, names);
  if (near !== undefined && !/[.(/\\]/.test(given)) return `unknown command '${given}' (Did you mean ${near}?)`;
  const isSource = /[.(/\\]/.test(given) || given === "-";
  return `unknown command '${given}'${isSource ? `; a source comes after a command: anneal plot ${given}` : ""}`;
}
