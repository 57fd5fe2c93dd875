import { TokenType } from "@streamparser/json";
import type { Collector } from "../collector.ts";
import { numberOf } from "../columns/numberOf.ts";
import { readRecord } from "./record.ts";

/** How deep values may lie in each other, and how many names a record may have. */
const [DEEPEST, MOST_NAMES] = [64, 10_000] as const;

/** An object or a list that is open. */
interface Level {
  readonly list: boolean;
  /** Under which name it stands. */
  readonly name: string;
  /** The name whose value comes next. */
  key: string | undefined;
  /** The entries so far, of a list. */
  count: number;
  /** What is read of it, where it is a record or lies in one. */
  readonly record: Record<string, unknown> | undefined;
  names: number;
}

/** A list of numbers by name, as Keras' History has them: a column. */
interface Listed {
  readonly name: string;
  readonly values: (number | null)[];
}

/** How many numbers all columns that are lists may have: they are read one after the other, and put together at the end. */
const MOST_LISTED = 8_000_000;

/** Finds the rows of documents in their tokens: objects in lists are records, lists of numbers are columns. */
export class Documents {
  readonly #levels: Level[] = [];
  #passed = 0;
  readonly #listed = new Map<string, Listed>();
  #many = 0;
  #place = "";
  #ended = 0;
  #records = 0;
  readonly #first = new Map<string, unknown>();
  /** The entries of a list that stands under no name. */
  #row: unknown[] = [];

  constructor(readonly collector: Collector) {}

  /** Whether every document that began has ended. */
  get complete(): boolean {
    return this.#levels.length === 0 && this.#passed === 0;
  }

  token(token: TokenType, value: unknown, offset: number): void {
    const top = this.#levels.at(-1);
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET)
      this.#open(token === TokenType.LEFT_BRACKET, offset);
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.#close();
    else if (this.#passed > 0 || token === TokenType.COLON || !top) return;
    else if (token === TokenType.COMMA) top.key = undefined;
    else if (!top.list && top.key === undefined) top.key = String(value);
    // What stood there as NaN.
    else this.#scalar(top, value === "" ? Number.NaN : value);
  }

  /** After the last token: columns that are lists become rows. */
  end(): void {
    const { collector } = this;
    if (this.#records === 0 && this.#listed.size === 0) this.#readFirst();
    const columns = [...this.#listed.values()].map(({ name, values }) => ({
      index: collector.columns.indexOf(name),
      values,
    }));
    const longest = columns.reduce((most, { values }) => Math.max(most, values.length), 0);
    for (let i = 0; i < longest; i++) {
      const path = `entry ${i}`;
      for (const { index, values } of columns) {
        // A step that is counted once for all rates has their length, or it counts something else.
        const value = values[i];
        if (value !== undefined && value !== null) collector.cell(index, value, path);
      }
      collector.end(path);
    }
  }

  #open(list: boolean, offset: number): void {
    const above = this.#levels.at(-1);
    if (this.#passed > 0 || this.#levels.length >= DEEPEST) {
      this.#passed++;
      return;
    }
    const name = above ? (above.list ? above.name : pathOf(above)) : "";
    const inside = above?.record;
    // An object in a list that is in no record is one; so are the documents that follow each other.
    const record = !list && (above?.list === true || (!above && this.#ended > 0)) && !inside;
    if (list) this.#row = [];
    if (record || !inside) this.#place = `byte ${offset}`;
    // What follows shows that the first document was a record too.
    if (!above && this.#ended === 1) this.#readFirst();
    let own: Record<string, unknown> | undefined;
    if (inside) {
      own = list ? ([] as unknown as Record<string, unknown>) : Object.create(null);
      this.#put(above as Level, own);
    } else if (record) own = Object.create(null);
    if (above) above.count++;
    this.#levels.push({
      list,
      name: list && above && !above.list ? pathOf(above) : name,
      key: undefined,
      count: 0,
      record: own,
      names: 0,
    });
  }

  #close(): void {
    if (this.#passed > 0) {
      this.#passed--;
      return;
    }
    const level = this.#levels.pop();
    const above = this.#levels.at(-1);
    if (level?.list && this.#levels.length === 1 && above?.list && this.#row.length === 3) this.#triple(this.#row);
    if (level?.record && !above?.record) {
      readRecord(level.record, this.#place, this.collector);
      this.#records++;
    }
    if (!above) this.#ended++;
  }

  #scalar(top: Level, value: unknown): void {
    if (top.record) this.#put(top, value);
    else if (!top.list) this.#alone(pathOf(top), value);
    else if (top.name === "" && this.#row.length <= 3) this.#row.push(value);
    else this.#listedUnder(top.name, value);
    top.count++;
  }

  /** A value of the first document that is in no list: a fact, or a part of a record that is the whole document. */
  #alone(name: string, value: unknown): void {
    this.collector.fact(name, value);
    if (this.#first.size < MOST_NAMES) this.#first.set(name, value);
  }

  #readFirst(): void {
    readRecord(Object.fromEntries(this.#first), "byte 0", this.collector);
    this.#first.clear();
  }

  #put(level: Level, value: unknown): void {
    const { record } = level;
    if (!record || level.names++ >= MOST_NAMES) return;
    if (Array.isArray(record)) record.push(value);
    else record[level.key ?? ""] = value;
  }

  /** An entry of a list that stands under a name. */
  #listedUnder(name: string, value: unknown): void {
    if (this.collector.columns.indexOf(name) < 0) return;
    if (this.#many++ >= MOST_LISTED) {
      this.collector.findings.note(`of lists of numbers, ${MOST_LISTED} entries were read`);
      return;
    }
    let listed = this.#listed.get(name);
    if (!listed) {
      listed = { name, values: [] };
      this.#listed.set(name, listed);
    }
    // What is no number leaves its place empty.
    const number = numberOf(value);
    listed.values.push(typeof number === "number" ? number : null);
  }

  /** `[wall time, step, value]`, which TensorBoard's download of one chart is a list of. */
  #triple([, step, rate]: readonly unknown[]): void {
    const { columns } = this.collector;
    const named = [
      ["step", step],
      ["lr", rate],
    ] as const;
    for (const [name, value] of named) {
      const index = columns.indexOf(name);
      if (index >= 0) this.collector.cell(index, value, this.#place);
    }
    this.collector.end(this.#place);
  }
}

/** The name of what comes next in an object: `history.lr`. */
function pathOf({ name, key = "" }: Level): string {
  return name === "" ? key : `${name}.${key}`;
}
