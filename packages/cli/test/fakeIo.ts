import type { Io } from "../src/io.ts";
import { languageOf, sayIn } from "../src/language/language.ts";
import { runProgram } from "../src/program.ts";
import { tell } from "../src/tell.ts";
import { hanging } from "../src/terminal/hanging.ts";

/** What a command line wrote, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An {@link Io} that keeps what is written. */
export function fakeIo(
  given: Partial<Io> & { readonly stdin?: string | Uint8Array } = {},
): Io & { written(): Omit<Ran, "code"> } {
  const { stdin = "", ...rest } = given;
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    say: (text) => text,
    input: async () => Buffer.from(stdin as string),
    async *stream() {
      yield Buffer.from(stdin as string);
    },
    columns: 80,
    errorColumns: 1 / 0,
    colors: false,
    terminal: false,
    environment: {},
    ...rest,
    written: () => ({ out: out.join(""), err: err.join("") }),
  };
}

/** Runs a command line in this process, with its errors told as the command tells them. */
export async function anneal(words: readonly string[], given?: Parameters<typeof fakeIo>[0]): Promise<Ran> {
  const io = fakeIo(given);
  let code = 2;
  try {
    code = await runProgram(words, io);
  } catch (error) {
    io.err(hanging(tell(error, await sayIn(languageOf(words, io.environment))), io.errorColumns));
  }
  return { code, ...io.written() };
}
