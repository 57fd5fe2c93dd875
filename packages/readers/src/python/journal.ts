import { Extents } from "./extents.ts";
import type { Held } from "./held.ts";

/** Something that was assigned, and what was there before. */
export interface Change {
  readonly names: Map<string, Held>;
  readonly name: string;
  readonly before: Held | undefined;
  readonly after: Held | undefined;
}

/** Assignments that can be taken back, so that both branches of a condition begin with the same. */
export class Journal {
  /** How much values hold, which dictionaries that are written to change. */
  readonly extents: Extents = new Extents();
  #written: { names: Map<string, Held>; name: string; before: Held | undefined }[] = [];
  #attempts = 0;

  write(names: Map<string, Held>, name: string, value: Held): void {
    if (this.#attempts > 0) this.#written.push({ names, name, before: names.get(name) });
    names.set(name, value);
    this.extents.change(names);
  }

  /** Does something, takes back what it assigns, and tells what that was. */
  attempt<T>(act: () => T): { readonly result: T; readonly changes: readonly Change[] } {
    const start = this.#written.length;
    this.#attempts++;
    try {
      const result = act();
      return { result, changes: this.#takeBack(start) };
    } catch (error) {
      this.#takeBack(start);
      throw error;
    } finally {
      this.#attempts--;
    }
  }

  /** Does something, and tells of the names that it assigns what was there before, in the order of first assignment. */
  noting(act: () => void): readonly Omit<Change, "after">[] {
    const start = this.#written.length;
    this.#attempts++;
    try {
      act();
      return this.#written.slice(start);
    } finally {
      // What is around it may have to be taken back, with this.
      if (--this.#attempts === 0) this.#written.length = start;
    }
  }

  #takeBack(start: number): readonly Change[] {
    const after = new Map<Map<string, Held>, Map<string, Change>>();
    for (const { names, name, before } of this.#written.splice(start).reverse()) {
      const own = after.get(names) ?? new Map<string, Change>();
      after.set(names, own);
      // Backwards: what it was at the end is what it is now, and what was before it all is what is put back last.
      own.set(name, { names, name, before, after: own.has(name) ? own.get(name)?.after : names.get(name) });
      if (before === undefined) names.delete(name);
      else names.set(name, before);
      this.extents.change(names);
    }
    return [...after.values()].flatMap((own) => [...own.values()]);
  }
}
