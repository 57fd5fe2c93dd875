import { type Document, lookUp } from "../document.ts";
import type { Configuration, Section } from "../framework.ts";
import { flagOptions } from "../notations/flagOptions.ts";
import { hasWord } from "../notations/hasWord.ts";
import { isFairseqCommand } from "./command.ts";
import { hydraSections, isHydra } from "./hydra.ts";
import { overridden } from "./overrides.ts";
import { readNamed } from "./readNamed.ts";

/** Flags, a Hydra configuration, or a Hydra command's overrides. */
export const configuration: Configuration = {
  recognises: (document) => (document.notation === "flags" ? isFairseqCommand(document) : isHydra(document.data)),

  read(document) {
    if (document.notation !== "flags") return hydraSections(document);
    const overrides = hasWord(document, /hydra/) ? overridden(document) : undefined;
    return overrides ? hydraSections(overrides) : [flagSection(document)];
  },
};

/** What options were called before. */
const OLDER = { lr: ["learning-rate"] } as const;

function flagSection(document: Document): Section {
  const options = flagOptions(document, OLDER);
  const path = ["--lr-scheduler"];
  const name = lookUp(document.data, ...path) ?? "fixed";
  return {
    name: "--lr-scheduler",
    place: document.place(path),
    read: (context) =>
      readNamed({ value: name, path: "--lr-scheduler", place: document.place(path) }, options, context),
  };
}
