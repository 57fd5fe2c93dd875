import type { Source } from "./source.ts";

/** Sources without the notes on facts that nothing in them asks for, where another one does. */
export function withoutUsed<S extends Pick<Source, "notes">>(
  sources: readonly S[],
  all: readonly S[] = sources,
): readonly S[] {
  const unused = all.map(({ notes }) => new Set(notes.map(unusedIn)));
  return sources.map((source) => {
    const notes = source.notes.filter((note) => {
      const name = unusedIn(note);
      return name === undefined || unused.every((own) => own.has(name));
    });
    return { ...source, notes };
  });
}

/** The fact that a note says nothing asks for. */
function unusedIn({ text, place }: Source["notes"][number]): string | undefined {
  return place ? undefined : /^nothing asks for ("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
}
