import type { LogProblem } from "./log.ts";

/** How many problems and notes are kept. */
const MOST = 20;

/** How many letters of a log's own text are told, and how many with what is said of it. */
const [MOST_SHOWN, MOST_TOLD] = [60, 160] as const;

/** What is to be told about a log, which may be long and all of it wrong. */
export class Findings {
  readonly problems: LogProblem[] = [];
  readonly #notes: string[] = [];
  #seen = new Map<string, { count: number; first: string }>();
  problemCount = 0;

  problem(path: string, expected: string, received: string): void {
    this.problemCount++;
    if (this.problems.length < MOST) this.problems.push({ path, expected, received: shown(received, MOST_TOLD) });
  }

  note(text: string): void {
    if (this.#notes.length < MOST && !this.#notes.includes(text)) this.#notes.push(text);
  }

  /** Something harmless that may be there many times: told once, with its count and the first place. */
  count(what: string, path: string): void {
    const before = this.#seen.get(what);
    if (before) before.count++;
    else if (this.#seen.size < MOST) this.#seen.set(what, { count: 1, first: path });
  }

  get notes(): readonly string[] {
    const counted = [...this.#seen].map(([what, { count, first }]) =>
      count === 1 ? `${what}: ${first}` : `${what}: ${count}, the first at ${first}`,
    );
    return [...this.#notes, ...counted];
  }
}

/** What stands in a log, as text that is safe to print. */
export function shown(text: string, most: number = MOST_SHOWN): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal would obey them.
  return cut.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, "\ufffd");
}
