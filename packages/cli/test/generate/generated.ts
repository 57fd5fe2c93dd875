import { manual } from "./pages/manual.ts";
import { markdown } from "./pages/markdown.ts";
import { planSchema } from "./schema/planSchema.ts";

/** What is made of the sources and kept beside them: each file's text by its path from this package. */
export function generated(): ReadonlyMap<string, string> {
  return new Map([
    ["src/commands/schema/plan.schema.json", `${JSON.stringify(planSchema(), undefined, 2)}\n`],
    ["man/anneal.1", manual()],
    ["../../docs/cli.md", markdown()],
  ]);
}
