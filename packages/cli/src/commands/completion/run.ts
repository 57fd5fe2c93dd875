import type { CommandModule } from "../../command.ts";
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import { wordsOf } from "./words.ts";
import { zsh } from "./zsh.ts";

const SHELLS = { bash, zsh, fish };

export const run: CommandModule["run"] = async ([shell], _, io, commands) => {
  io.out(SHELLS[shell as keyof typeof SHELLS](commands.map(wordsOf)));
  return 0;
};
