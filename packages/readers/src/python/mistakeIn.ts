import { Places } from "../notations/places.ts";
import type { Place } from "../value.ts";
import { type Node, parse } from "./node.ts";
import { notebookSource } from "./notebook.ts";
import { begins, pythonIn } from "./pythonIn.ts";

/** Which share of a text's lines are Python's where it is no page with Python in it. */
const LEAST = 0.8;

/** The longest text whose first error is looked for. */
const LONGEST = 60_000;

/** The first syntax error of a text that is Python and no page of prose; none where there is none. */
export function mistakeIn(text: string): Place | undefined {
  if (text.length > LONGEST || notebookSource(text) !== undefined || /^\s*(?:```|~~~|>>> )/m.test(text))
    return undefined;
  const source = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const kept = pythonIn(source).split("\n");
  const lines = source.split("\n").map((line, i) => ({ line, isKept: (kept[i] ?? "").trim() !== "" }));
  const written = lines.filter(({ line }) => line.trim() !== "");
  const own = written.filter(({ line, isKept }) => isKept || begins(line));
  if (own.length < LEAST * written.length) return undefined;
  const error = firstError(parse(source).root);
  return error && new Places(source).at(error.from);
}

function firstError(tree: Node): Node | undefined {
  const left: Node[] = [tree];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.name === "⚠") return node;
    for (let i = node.children.length - 1; i >= 0; i--) left.push(node.children[i] as Node);
  }
  return undefined;
}
