import { spawn } from "node:child_process";
import { UsageError } from "../../../usageError.ts";
import script from "./run.py";

/** What came of a run. */
export type Answer =
  | { readonly ran: string; readonly rates: readonly (number | null)[] }
  | { readonly missing: string }
  | { readonly failed: string };

/** Runs a script that is handed all it works on, in a process of its own that is ended when its time is over. */
export async function runPython(python: string, given: unknown, seconds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { timeout: 1000 * seconds, killSignal: "SIGKILL", windowsHide: true } as const;
    const child = spawn(python, ["-B", "-c", script], { ...options, stdio: "pipe" });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "ENOENT" ? "there is no such program: name one with --python" : error.message;
      reject(new UsageError(`${python}: ${why}`));
    });
    child.on("close", (code, signal) => {
      const text = Buffer.concat(out).toString("utf8");
      if (code === 0 && text !== "") return resolve(JSON.parse(text) as Answer);
      if (signal === "SIGKILL") return resolve({ failed: `it took more than ${seconds} seconds (--timeout)` });
      const last = Buffer.concat(err).toString("utf8").trim().split("\n").at(-1);
      resolve({ failed: last || `${python} ended with ${signal ?? code}` });
    });
    // A Python that ends before it has read all says so by how it ends.
    child.stdin.on("error", () => {});
    child.stdin.end(JSON.stringify(given));
  });
}
