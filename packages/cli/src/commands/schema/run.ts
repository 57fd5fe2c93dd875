import type { CommandModule } from "../../command.ts";
import { writeFile } from "../../output/writeFile.ts";
import schema from "./plan.schema.json" with { type: "json" };

export const run: CommandModule["run"] = async (_, { output }, io) => {
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (typeof output === "string") await writeFile(output, text);
  else io.out(text);
  return 0;
};
