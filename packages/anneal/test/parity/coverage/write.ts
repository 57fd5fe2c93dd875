import { writeFileSync } from "node:fs";
import { coveragePage } from "./page.ts";

writeFileSync(new URL("../../../../../docs/coverage.md", import.meta.url), coveragePage());
