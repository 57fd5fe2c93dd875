import type { CommandDefinition } from "../../command.ts";

export const schema: CommandDefinition = {
  name: "schema",
  takes: "",
  summary: "print the JSON Schema of a saved plan, for editors",
  description:
    "Prints the JSON Schema (draft 2020-12) of a plan's saved form and of a program with its run, by which editors " +
    "complete and check the files.",
  flags: [{ flags: "-o, --output <file>", help: "write it to a file" }],
  examples: [
    ["anneal schema -o plan.schema.json", "A file for an editor's settings, such as VS Code's json.schemas:"],
    [
      "anneal schema | npx ajv-cli validate --spec=draft2020 -s /dev/stdin -d plan.json",
      "A check without this library:",
    ],
  ],
  load: () => import("./run.ts"),
};
