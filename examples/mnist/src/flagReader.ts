import type { Issue } from "anneal";
import { closest, distance } from "fastest-levenshtein";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads the texts that came with flags, and collects what is wrong with them, so that all of it can be said at once.
 * Where a text is refused, the value returned must not be used.
 */
export class FlagReader {
  /** What was refused so far. */
  readonly issues: Issue[] = [];
  readonly #texts: Readonly<Record<string, unknown>>;

  /** `texts` is keyed as commander does it: `batchSize` for `--batch-size`. */
  constructor(texts: Readonly<Record<string, unknown>>) {
    this.#texts = texts;
  }

  refuse(path: string, expected: string, received: string): void {
    this.issues.push({ path, expected, received });
  }

  given(flag: string): boolean {
    return this.#texts[keyOf(flag)] !== undefined;
  }

  text(flag: string): string {
    return this.#texts[keyOf(flag)] as string;
  }

  path(flag: string): string {
    const text = this.text(flag);
    if (text.trim() === "") this.#refuse(flag, "the path of a folder");
    return text;
  }

  number(flag: string): number {
    const text = this.text(flag);
    if (!isNumber(text)) this.#refuse(flag, "a number");
    return Number(text);
  }

  above(flag: string, bound: number, max = Number.POSITIVE_INFINITY): number {
    const value = Number(this.text(flag));
    if (!isNumber(this.text(flag)) || value <= bound || value > max) {
      this.#refuse(flag, `a number above ${bound}${max < Number.POSITIVE_INFINITY ? ` up to ${max}` : ""}`);
    }
    return value;
  }

  whole(flag: string, min: number, max = Number.MAX_SAFE_INTEGER): number {
    if (!isWhole(this.text(flag), min, max)) this.#refuse(flag, wholeFrom(min, max));
    return Number(this.text(flag));
  }

  /** Numbers separated by commas; no text is an empty list. */
  numbers(flag: string): number[] {
    const texts = this.text(flag) === "" ? [] : this.text(flag).split(",");
    if (!texts.every(isNumber)) this.#refuse(flag, "numbers separated by commas, such as 30,60,90");
    return texts.map(Number);
  }

  wholes(flag: string, min: number, max: number): number[] {
    const texts = this.text(flag).split(",");
    if (!texts.every((text) => isWhole(text, min, max))) {
      this.#refuse(flag, `whole numbers from ${min} to ${max} separated by commas, such as 128,64`);
    }
    return texts.map(Number);
  }

  choice<Name extends string>(flag: string, names: readonly Name[]): Name {
    const text = this.text(flag);
    if (!(names as readonly string[]).includes(text)) {
      const near = closest(text.toLowerCase(), names);
      const hint = distance(text.toLowerCase(), near) <= 2 ? ` (did you mean ${near}?)` : "";
      this.refuse(`--${flag}`, `one of ${names.join(", ")}`, `${quote(text)}${hint}`);
    }
    return text as Name;
  }

  #refuse(flag: string, expected: string): void {
    this.refuse(`--${flag}`, expected, quote(this.text(flag)));
  }
}

function isNumber(text: string): boolean {
  return NUMBER.test(text.trim()) && Number.isFinite(Number(text));
}

function isWhole(text: string, min: number, max: number): boolean {
  const value = Number(text);
  return isNumber(text) && Number.isInteger(value) && value >= min && value <= max;
}

function wholeFrom(min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `a whole number from ${min} on` : `a whole number from ${min} to ${max}`;
}

function keyOf(flag: string): string {
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function quote(text: string): string {
  if (isNumber(text)) return text;
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
