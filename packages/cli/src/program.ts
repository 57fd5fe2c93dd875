import { Command, CommanderError, Option } from "commander";
import type { CommandDefinition, FlagValues } from "./command.ts";
import { commands } from "./commands.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usageError.ts";

/** Runs a command line, and gives the exit code. */
export async function runProgram(words: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = quiet(new Command("anneal"), io)
    .description("See, check, convert and compare learning-rate schedules, of any framework.")
    .version("0.1.0", "-V, --version", "print the version")
    .helpOption("-h, --help", "print this text")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", AFTER);
  for (const definition of commands) {
    define(program, definition, io, async (takes, flags) => {
      const { run } = await definition.load();
      code = await run(takes, flags, io);
    });
  }
  try {
    await program.parseAsync(words.length > 0 ? [...words] : ["--help"], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
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
  const lines = examples.map(([line, what]) => `  ${what}\n    $ ${line}`);
  command.addHelpText("after", `\nExamples:\n${lines.join("\n")}\n`);
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
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: () => {},
      getOutHelpWidth: () => io.columns,
      getOutHasColors: () => io.colors,
    });
}

const AFTER = `
A source is a plan's JSON file, any file of a framework (Python, YAML, JSON, TOML, a script with flags), - for standard
input, or a call such as 'warmupCosine({warmup: 500})'. Exit codes: 0 all is well, 1 something was found, 2 it could not
be done.
`;
