import type { CommandDefinition, Flag } from "../../command.ts";
import { languageFlag } from "../../language/language.ts";

/** A flag as shells complete it. */
export interface FlagWords {
  /** `--output`, and `-o` where there is one. */
  readonly names: readonly string[];
  readonly help: string;
  /** What its value is: none, a file, one of a list, or anything. */
  readonly value: "none" | "file" | "any" | readonly string[];
  readonly repeated: boolean;
}

/** A command as shells complete it. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagWords[];
  /** What it takes besides flags. */
  readonly takes: "none" | "file" | readonly string[];
}

const HELP: Flag = { flags: "-h, --help", help: "print the help" };

/** What of a definition is completed. */
export function wordsOf({ name, summary, takes, choices, flags }: CommandDefinition): CommandWords {
  return {
    name,
    summary,
    flags: [...flags, languageFlag, HELP].map(flagWords),
    takes: choices ?? (takes === "" ? "none" : "file"),
  };
}

function flagWords({ flags, help, choices, repeated }: Flag): FlagWords {
  const [, placeholder] = /[<[]([^>\]]+)/.exec(flags) ?? [];
  const isFile = /^(?:file|path)$/.test(placeholder ?? "");
  return {
    names: flags.match(/--?[a-z][\w-]*/g) ?? [],
    help,
    value: choices ?? (placeholder === undefined ? "none" : isFile ? "file" : "any"),
    repeated: repeated === true,
  };
}
