import type { Io } from "../io.ts";
import type { Source } from "../source/source.ts";
import { withoutUsed } from "../source/withoutUsed.ts";

/** Tells something to be known, beside the output: every command's notes look like this. */
export function tellNote(text: string, { err }: Pick<Io, "err">): void {
  err(`note: ${text}\n`);
}

/** Tells what is to be known of sources, each thing once, after the places that it is about. */
export function tellNotes(sources: readonly Pick<Source, "name" | "notes">[], io: Pick<Io, "err">): void {
  for (const text of notesOf(sources)) tellNote(text, io);
}

/** The notes of sources, each text once: `train.py:12: …`, `a.py, b.py: …`. */
export function notesOf(sources: readonly Pick<Source, "name" | "notes">[]): readonly string[] {
  const places = new Map<string, Map<string, string>>();
  for (const { name, notes } of withoutUsed(sources)) {
    for (const { text, place } of notes) {
      const own = places.get(text) ?? new Map<string, string>();
      // Of several places in a source, such as of its groups, the first.
      if (!own.has(name)) own.set(name, place ? `${name}:${place.line}` : name);
      places.set(text, own);
    }
  }
  return [...places].map(([text, own]) => `${[...own.values()].join(", ")}: ${text}`);
}
