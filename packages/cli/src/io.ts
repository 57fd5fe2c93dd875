import type { Say } from "./language/language.ts";
import { MOST_BYTES } from "./source/decode.ts";
import { masked } from "./terminal/masked.ts";
import { UsageError } from "./usageError.ts";

/** Where a command reads and writes: the process itself, or a test. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Says a text for people in their language; what is written with `err` is said so by itself. */
  readonly say: Say;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Standard input piece by piece, for what may be longer than memory. */
  stream(): AsyncIterable<Uint8Array>;
  /** How many columns a line of output may have. */
  readonly columns: number;
  /** How many columns a line of errors and notes may have: no end of them where they go to no terminal. */
  readonly errorColumns: number;
  /** Whether output goes to a terminal that shows colours. */
  readonly colors: boolean;
  /** Whether output goes to a terminal. */
  readonly terminal: boolean;
  /** Shows how far long work is, over what it showed before; absent where errors go to no terminal. */
  readonly progress?: ((text: string) => void) | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The process. */
export function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  let read = false;
  const once = () => {
    if (read) throw new UsageError("-: standard input can be read once");
    read = true;
  };
  return {
    // A file or a pipe gets what it is, to the last byte.
    out: (text) => void stdout.write(stdout.isTTY ? masked(text) : text),
    err: (text) => void stderr.write(masked(text)),
    say: (text) => text,
    async input() {
      once();
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of stdin) {
        length += (chunk as Buffer).length;
        if (length > MOST_BYTES) throw new UsageError("standard input: it has more than 64 MiB, and is no schedule");
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },
    stream() {
      once();
      return stdin;
    },
    columns: Number(env.COLUMNS) || stdout.columns || 80,
    errorColumns: Number(env.COLUMNS) || (stderr.isTTY ? stderr.columns || 80 : 1 / 0),
    colors: env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== "dumb",
    terminal: Boolean(stdout.isTTY),
    progress:
      stderr.isTTY && env.TERM !== "dumb" ? (text) => void stderr.write(`\r\u001b[K${masked(text)}`) : undefined,
    environment: env,
  };
}
