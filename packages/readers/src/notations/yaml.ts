import type { Document } from "../document.ts";
import { refuse } from "../refuse.ts";
import { yamlDocuments } from "./yamlDocuments.ts";

/** A YAML text of one document; see {@link yamlDocuments}. */
export function yaml(text: string): Document {
  const [document, ...others] = yamlDocuments(text);
  if (!document || others.length > 0) refuse(undefined, "one YAML document", String(document ? others.length + 1 : 0));
  return document;
}
