import type { Document } from "./document.ts";
import type { Configuration, Section } from "./framework.ts";
import { lookAgain, unreadFlags } from "./notations/flagOptions.ts";

/** A configuration's sections, which tell of each flag that plainly is the schedule's and that is not read. */
export function configured(configuration: Configuration, document: Document): readonly Section[] {
  lookAgain(document);
  return configuration.read(document).map((section) => ({
    ...section,
    read(context) {
      const found = section.read(context);
      for (const flag of found ? unreadFlags(document) : []) {
        context.note(`${flag.slice(0, 60)} is not read: what is read here has no such flag`, document.place([flag]));
      }
      return found;
    },
  }));
}
