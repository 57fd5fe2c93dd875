import type { Document } from "../document.ts";
import { flagsDocuments } from "./flagsDocuments.ts";
import { json } from "./json.ts";
import { toml } from "./toml.ts";
import { yamlDocuments } from "./yamlDocuments.ts";

/** How a text can be written. */
export type NotationName = Document["notation"];

/** One way to write a text. */
export interface Notation {
  /** What an error calls it. */
  readonly title: string;
  /** Whether a text may be of this notation, by a look at it. */
  looks(text: string): boolean;
  /** `before`: how many lines are before the text in that whose places are told. Default 0. */
  parse(text: string, before?: number): readonly Document[];
}

/** All but Python, which a text is when it is nothing else. */
export const notations: Readonly<Record<Exclude<NotationName, "python">, Notation>> = {
  json: {
    title: "JSON",
    looks: (text) => /^\s*(?:\/[/*]|[{[])/.test(text),
    parse: (text, before) => [json(text, before)],
  },
  toml: {
    title: "TOML",
    looks: (text) => /^[ \t]*\[\[?[\w."' -]+\]\]?[ \t]*(?:#.*)?\r?$/m.test(text) && text.includes("="),
    parse: (text, before) => [toml(text, before)],
  },
  flags: {
    title: "a command line",
    looks: (text) => /(?:^|[\s"'(])--[A-Za-z]/.test(text),
    parse: flagsDocuments,
  },
  yaml: {
    title: "YAML",
    looks: (text) => /^[ \t]*(?:- )?["']?[\w.-]+["']?[ \t]*:(?:[ \t]|\r?$)/m.test(text),
    parse: yamlDocuments,
  },
};
