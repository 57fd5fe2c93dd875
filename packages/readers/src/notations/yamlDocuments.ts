import { type Event, parseEvents, YAMLException } from "js-yaml";
import type { Document } from "../document.ts";
import { refuse } from "../refuse.ts";
import { Budget, checkLength, DEEPEST } from "./limits.ts";
import { Places } from "./places.ts";
import { YamlBuilder } from "./yamlBuilder.ts";

/**
 * The documents of a YAML text, with the scalars that PyYAML reads (see yamlScalar.ts), merge keys, and anchors. Of
 * a key that is there twice the last value counts, as in PyYAML. What a tag would build, such as `!!python/name:…`, is
 * unknown.
 *
 * A PlanError with its line and column for anything else, and for more than 8,000,000 characters, 1,000 documents,
 * 1,000,000 values with those of repeated aliases, or 64 levels.
 */
export function yamlDocuments(text: string, before = 0): readonly Document[] {
  checkLength(text);
  const places = new Places(text, before);
  checkMarks(text, places);
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    refuse(places.at(error.mark?.position ?? 0), "YAML", error.reason);
  }
  const budget = new Budget();
  const documents: Document[] = [];
  for (let at = 0; at < events.length; ) {
    const builder = new YamlBuilder(text, events, places, budget, at + 1);
    documents.push(builder.document());
    at = builder.at;
  }
  return documents;
}

/** The most lines, commas and colons of a text, each of which may be an entry. */
const MOST_MARKS = 1_500_000;

/** The most documents of a text. */
const MOST_DOCUMENTS = 1000;

const [LINE, COMMA, COLON] = ["\n", ",", ":"].map((mark) => mark.charCodeAt(0));

/** Refuses a text of which there would be too much in memory before its values can be counted. */
function checkMarks(text: string, places: Places): void {
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charCodeAt(at);
    if (mark === LINE || mark === COMMA || mark === COLON) marks++;
  }
  if (marks > MOST_MARKS) refuse(undefined, `YAML of at most ${MOST_MARKS} lines, commas and colons`, String(marks));
  let documents = 0;
  // A line that begins so ends a document, whatever it stands in.
  for (const { index } of text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)) {
    if (++documents > MOST_DOCUMENTS) refuse(places.at(index), `YAML of at most ${MOST_DOCUMENTS} documents`, "more");
  }
}
