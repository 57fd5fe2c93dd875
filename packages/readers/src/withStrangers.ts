import type { Effort } from "./effort.ts";
import { nearest } from "./nearest.ts";
import type { Reading, Values } from "./reading.ts";

/** A reading with a note on the facts that nothing asked for, such as a misspelt one. */
export function withStrangers(reading: Reading, values: Values = {}, { asked, wanted }: Effort): Reading {
  const strangers = Object.keys(values).filter((name) => !asked.has(name));
  const others = [...wanted].filter((name) => !asked.has(name));
  const notes = strangers.map((name) => {
    const near = nearest(name, others);
    const meant = near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
    return { text: `nothing asks for ${JSON.stringify(name.slice(0, 60))}${meant}` };
  });
  return { ...reading, notes: [...reading.notes, ...notes] };
}
