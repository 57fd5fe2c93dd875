import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { ROOT } from "../ground/workspace.ts";

/**
 * One seed for every commit's content: its laws draw the same wherever and whenever they run, and another commit's draw
 * others. A long search (`ANNEAL_SOAK`) draws anew each time, and so does a tree without git.
 */
function seedOfCommit(): number | undefined {
  if (process.env.ANNEAL_SOAK) return undefined;
  try {
    const tree = execFileSync("git", ["rev-parse", "HEAD^{tree}"], { cwd: ROOT, encoding: "utf8", stdio: "pipe" });
    return Number.parseInt(tree.slice(0, 7), 16);
  } catch {
    return undefined;
  }
}

const seed = seedOfCommit();
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
