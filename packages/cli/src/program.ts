import { Command, CommanderError, type Help, Option } from "commander";
import { about, firstExamples } from "./about.ts";
import { chosen } from "./chosen.ts";
import type { CommandDefinition, Flag, FlagValues } from "./command.ts";
import { commands } from "./commands.ts";
import type { Io } from "./io.ts";
import { languageFlag, languageOf, type Say, sayIn } from "./language/language.ts";
import { misuse } from "./misuse.ts";
import { displayWidth } from "./terminal/displayWidth.ts";
import { hanging } from "./terminal/hanging.ts";
import { wrapped } from "./terminal/wrapped.ts";

/** Runs a command line, and gives the exit code. */
export async function runProgram(words: readonly string[], plain: Io): Promise<number> {
  const say = await sayIn(languageOf(words, plain.environment));
  const io: Io = { ...plain, say, err: (text) => plain.err(hanging(say(text), plain.errorColumns)) };
  let code = 0;
  const program = quiet(new Command("anneal"), io)
    .description(about.summary)
    .version(about.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this text")
    .helpCommand("help [command]", "print the help of a command")
    .addOption(optionOf(languageFlag))
    .addHelpText("after", after(io));
  for (const definition of commands) {
    define(program, definition, io, async (takes, flags) => {
      const { run } = await definition.load();
      code = await run(takes, flags, io, commands);
    });
  }
  try {
    const given = words.some((word, i) => !/^--lang(?:=|$)/.test(word) && words[i - 1] !== "--lang");
    await program.parseAsync([...words, ...(given ? [] : ["--help"])], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw misuse(error, words, commands);
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
  const [argument] = command.registeredArguments;
  if (choices)
    argument?.choices(choices).argParser((given: string) => chosen(argument.name(), given, choices, undefined));
  for (const flag of [...flags, languageFlag]) command.addOption(optionOf(flag));
  command.addHelpText("after", `\n${told(examples, io.say)}`);
  command.action(async (...all: unknown[]) => {
    // Commander gives the arguments, then the options, then the command.
    const given = all
      .slice(0, -2)
      .flat()
      .filter((one): one is string => typeof one === "string");
    await run(given, command.opts<FlagValues>());
  });
}

function optionOf({ flags, help, choices, meant, repeated }: Flag): Option {
  const option = new Option(flags, help);
  if (choices)
    option.choices(choices).argParser((given: string) => chosen(option.long ?? flags, given, choices, meant));
  return repeated ? option.argParser((value: string, before: string[] = []) => [...before, value]) : option;
}

/** Errors are told in one place; help goes where the output goes. */
function quiet(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({
      ...{ minWidthToWrap: 20, subcommandTerm, displayWidth, boxWrap },
      styleTitle: io.say,
      styleDescriptionText: io.say,
      ...(io.columns < 60 ? { formatItem: below } : {}),
    })
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

/** As commander does, and in languages without blanks between words too. */
function boxWrap(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => (line ? wrapped(line, width) : [line]))
    .join("\n");
}

/** Command lines, which are not broken: they are there to be copied. */
function told(examples: CommandDefinition["examples"], say: Say): string {
  return `${say("Examples:")}\n${examples.map(([line, what]) => `  ${say(what)}\n    $ ${line}\n`).join("")}`;
}

/** What stands below the list of commands. */
function after({ columns, say }: Io): string {
  const codes = about.exitCodes.map(([code, meaning]) => `${code} ${meaning}`).join(", ");
  const text = boxWrap(say(`${about.source} Exit codes: ${codes}.`), Math.max(columns, 40));
  return `\n${text}\n\n${told(firstExamples(), say)}`;
}
