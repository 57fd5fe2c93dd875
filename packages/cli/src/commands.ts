import type { CommandDefinition } from "./command.ts";
import { convert } from "./commands/convert/definition.ts";
import { diff } from "./commands/diff/definition.ts";
import { plot } from "./commands/plot/definition.ts";

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [plot, convert, diff];
