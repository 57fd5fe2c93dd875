import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Lets the process take the library from its source, as the other tests do, and not from what was built last. */
const TSCONFIG = fileURLToPath(new URL("tsconfig.json", import.meta.url));
const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** How a process of the example ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The running process, and how it will have ended. */
export interface Program {
  readonly process: ChildProcess;
  readonly ending: Promise<Ending>;
}

/** Starts the example as its npm script does. */
export function startProgram(args: readonly string[]): Program {
  const env = { ...process.env, TSX_TSCONFIG_PATH: TSCONFIG };
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], { env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const ending = new Promise<Ending>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { process: child, ending };
}

/** Runs the example to its end. */
export function runProgram(args: readonly string[]): Promise<Ending> {
  return startProgram(args).ending;
}

/** Stops a program with a signal soon after it has printed something, and gives how it ended. */
export function stopProgram(signal: NodeJS.Signals, args: readonly string[]): Promise<Ending> {
  const { process: child, ending } = startProgram(args);
  child.stdout?.once("data", () => setTimeout(() => child.kill(signal), 100));
  return ending;
}
