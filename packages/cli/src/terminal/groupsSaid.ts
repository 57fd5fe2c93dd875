import type { Say } from "../language/language.ts";

/** A curve's name, of which the groups at its end are said in the user's language: the rest of it is the user's own. */
export function groupsSaid(name: string, say: Say): string {
  return name.replace(/(?<= )groups? [\d–, ]+$/, say);
}
