import { once } from "node:events";
import { UsageError } from "./usageError.ts";

/** Where a command reads and writes: the process itself, or a test. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** All of standard input, as text. */
  input(): Promise<string>;
  /** How many columns a line of output may have. */
  readonly columns: number;
  /** Whether output goes to a terminal that shows colours. */
  readonly colors: boolean;
  /** Whether output goes to a terminal. */
  readonly terminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** More than this is no schedule. */
const MOST_INPUT = 64 * 2 ** 20;

/** The process. */
export function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  let read = false;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    async input() {
      if (read) throw new UsageError("-: standard input can be read once");
      read = true;
      const chunks: Buffer[] = [];
      let length = 0;
      stdin.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length > MOST_INPUT) stdin.destroy(new Error("standard input: more than 64 MiB"));
        else chunks.push(chunk);
      });
      await once(stdin, "end");
      return Buffer.concat(chunks).toString("utf8");
    },
    columns: Number(env.COLUMNS) || stdout.columns || 80,
    colors: env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== "dumb",
    terminal: Boolean(stdout.isTTY),
    environment: env,
  };
}
