import type { CommandDefinition } from "./command.ts";
import { audit } from "./commands/audit/definition.ts";
import { check } from "./commands/check/definition.ts";
import { completion } from "./commands/completion/definition.ts";
import { convert } from "./commands/convert/definition.ts";
import { diff } from "./commands/diff/definition.ts";
import { plot } from "./commands/plot/definition.ts";
import { resume } from "./commands/resume/definition.ts";
import { schema } from "./commands/schema/definition.ts";
import { table } from "./commands/table/definition.ts";

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  plot,
  table,
  check,
  convert,
  diff,
  audit,
  resume,
  schema,
  completion,
];
