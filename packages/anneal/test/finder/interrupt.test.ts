import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("Ctrl-C stops a search that never waits, and everything is restored", async () => {
  const program = fileURLToPath(new URL("./interrupted.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (!printed.includes("under way") && `${printed}${text}`.includes("under way")) child.kill("SIGINT");
    printed += text;
  });
  const code = await new Promise((done) => child.once("close", done));
  expect(code).toBe(0);
  expect(JSON.parse(printed.trimEnd().split("\n").at(-1) as string)).toEqual({
    ended: ["aborted"],
    restored: true,
    same: true,
  });
});
