import type { Document } from "../document.ts";
import { refuse } from "../refuse.ts";
import { isDictionary } from "../value.ts";
import { flagsDocuments } from "./flagsDocuments.ts";

/** The command of a text that has the most flags; see {@link flagsDocuments}. */
export function flags(text: string): Document {
  const size = ({ data }: Document): number => (isDictionary(data) ? data.size : 0);
  const [first, ...others] = flagsDocuments(text);
  if (!first) refuse(undefined, "a command with flags", "none");
  return others.reduce((most, one) => (size(one) > size(most) ? one : most), first);
}
