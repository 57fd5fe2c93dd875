import { expect } from "vitest";
import { issuesOf, messageOf } from "./issues.ts";

/** What an option takes: what is said of anything else, what its absence means if it may be absent, and its own word. */
export type Row = readonly [
  expected: string,
  more?: { readonly default?: unknown; readonly open?: "rest" | "last" | undefined },
];

export type Rows = Readonly<Record<string, Row>>;

/** Options that are enough, and all that there are. */
export type Taken = readonly [good: Options, rows: Rows];

type Options = Readonly<Record<string, unknown>>;

export const NUMBER = "a finite number from 0";
export const ABOVE_0 = "a finite number above 0";
export const TIME = 'a time (5, "5 epochs", "5%", "5 tokens") from 0';
export const TIME_ABOVE_0 = 'a time (5, "5 epochs", "5%", "5 tokens") above 0';
export const LEVEL = 'a level (0.01, "0.1x") from 0';
export const LIST = "a list of 0 to 100,000 entries";
export const YES_NO = "one of true, false";

/**
 * That options, or a kind's fields, are what a table that is kept apart from the sources says: each alone is refused,
 * missed or left out.
 */
export function takes(make: (options: never) => unknown, good: Options, rows: Rows): void {
  const made = (options: Options) => make(options as never);
  const bad = Symbol("bad");
  for (const [option, [expected, more]] of Object.entries(rows)) {
    const refuses = (value: unknown, received: string) => {
      const [issue, ...others] = issuesOf(() => made({ ...good, [option]: value }));
      expect(issue).toEqual({ path: option, expected, received });
      expect(others.filter((other) => other.path !== option)).toEqual([]);
    };
    refuses(bad, "Symbol(bad)");
    const { [option]: _, ...without } = good;
    if (!more || !("default" in more)) refuses(undefined, "undefined");
    else expect(made({ ...good, [option]: more.default }), option).toEqual(made(without));
    for (const word of ["rest", "last"]) {
      if (more?.open === word) made({ ...good, [option]: word });
      else if (/^a (time|level) /.test(expected)) refuses(word, `"${word}"`);
    }
  }
  const names = [...("kind" in good ? ["kind"] : []), ...Object.keys(rows)].join(", ");
  expect(messageOf(() => made({ ...good, "?": 1 }))).toBe(`expected one of ${names}, received "?"`);
  if ("kind" in good) return;
  const [line] = messageOf(() => made(bad as never)).split("\n");
  expect(line).toBe(`expected an object with ${names}, received Symbol(bad)`);
}
