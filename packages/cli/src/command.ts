import type { Io } from "./io.ts";

/** A flag of a command. */
export interface Flag {
  /** As commander reads it: `--steps <n>`, `-o, --output <file>`. */
  readonly flags: string;
  readonly help: string;
  /** It may be given more than once. */
  readonly repeated?: true;
  /** The values that it takes, where they are a closed list. */
  readonly choices?: readonly string[];
  /** Which of them another usual name means. */
  meant?(given: string): string | undefined;
}

/** What a command is, without what it does: enough for the help, and read at every start. */
export interface CommandDefinition {
  readonly name: string;
  /** What it takes besides flags, as commander reads it: `<source>`, `<source...>`. */
  readonly takes: string;
  /** The values of what it takes, where they are a closed list. */
  readonly choices?: readonly string[];
  /** One line for the list of commands. */
  readonly summary: string;
  /** What it does, for its own help. */
  readonly description: string;
  readonly flags: readonly Flag[];
  /** Command lines that teach, with what each is for. */
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** What it does, read when it runs. */
  load(): Promise<CommandModule>;
}

/** The values of the flags, by their names in camelCase; those that were not given are not there. */
export type FlagValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command does. */
export interface CommandModule {
  /** Runs it, one of all commands; the exit code: 0 all is well, 1 it found something wrong, 2 it could not be done. */
  run(takes: readonly string[], flags: FlagValues, io: Io, commands: readonly CommandDefinition[]): Promise<number>;
}
