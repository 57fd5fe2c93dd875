import { Command, CommanderError, Help, Option } from "commander";
import { about, firstExamples } from "./about.ts";
import type { CommandDefinition, FlagValues } from "./command.ts";
import { commands } from "./commands.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usageError.ts";

/** Runs a command line, and gives the exit code. */
export async function runProgram(words: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = quiet(new Command("anneal"), io)
    .description(about.summary)
    .version(about.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this text")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", after(io.columns));
  for (const definition of commands) {
    define(program, definition, io, async (takes, flags) => {
      const { run } = await definition.load();
      code = await run(takes, flags, io, commands);
    });
  }
  try {
    await program.parseAsync(words.length > 0 ? [...words] : ["--help"], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // `help` of what is no command: its own message is a placeholder.
    if (error.code === "commander.help") throw new UsageError(`unknown command '${words.at(-1)}'`);
    throw new UsageError(error.message.replace(/^error: /, "").replaceAll("\n", " "));
  }
  return code;
}

function define(
  program: Command,
  { name, takes, choices, summary, description, flags, examples }: CommandDefinition,
  io: Io,
  run: (takes: readonly string[], flags: FlagValues) => Promise<void>,
): void {
  const command = quiet(program.command(`${name} ${takes}`.trim()), io)
    .summary(summary)
    .description(description)
    .helpOption("-h, --help", "print this text");
  if (choices) command.registeredArguments[0]?.choices(choices);
  for (const { flags: words, help, repeated, choices } of flags) {
    const option = new Option(words, help);
    if (choices) option.choices(choices);
    if (repeated) option.argParser((value: string, before: string[] = []) => [...before, value]);
    command.addOption(option);
  }
  command.addHelpText("after", `\n${told(examples)}`);
  command.action(async (...all: unknown[]) => {
    // Commander gives the arguments, then the options, then the command.
    const given = all
      .slice(0, -2)
      .flat()
      .filter((one): one is string => typeof one === "string");
    await run(given, command.opts<FlagValues>());
  });
}

/** Errors are told in one place; help goes where the output goes. */
function quiet(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ minWidthToWrap: 20, subcommandTerm, ...(io.columns < 60 ? { formatItem: below } : {}) })
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: () => {},
      getOutHelpWidth: () => io.columns,
      getOutHasColors: () => io.colors,
    });
}

/** A command in the list of all, with what it takes; its flags are in its own help. */
function subcommandTerm(command: Command): string {
  const takes = command.registeredArguments.map((one) => {
    const name = one.name() + (one.variadic ? "..." : "");
    return one.required ? ` <${name}>` : ` [${name}]`;
  });
  return command.name() + takes.join("");
}

/** A flag with its help below it, where there is no room beside it. */
function below(term: string, _: number, description: string, help: Help): string {
  const text = help.boxWrap(description, Math.max((help.helpWidth ?? 40) - 6, 20));
  return `  ${term}\n${text.replaceAll(/^/gm, "      ")}`;
}

/** Command lines, which are not broken: they are there to be copied. */
function told(examples: CommandDefinition["examples"]): string {
  return `Examples:\n${examples.map(([line, what]) => `  ${what}\n    $ ${line}\n`).join("")}`;
}

/** What stands below the list of commands. */
function after(columns: number): string {
  const codes = about.exitCodes.map(([code, meaning]) => `${code} ${meaning}`).join(", ");
  const text = new Help().boxWrap(`${about.source} Exit codes: ${codes}.`, Math.max(columns, 40));
  return `\n${text}\n\n${told(firstExamples())}`;
}
