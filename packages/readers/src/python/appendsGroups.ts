import type { Evaluation } from "./evaluation.ts";
import type { Node } from "./node.ts";

/** Statements that change nothing but by assigning or appending. */
const PLAIN = /^(?:Assign|Expression|Update)Statement$/;
/** What is appended: a group of parameters. */
const APPENDS = /\.append\(\s*(?:\{|dict\()[\s\S]*\bparams\b/;

/** Whether a loop's block is plain statements that append groups of parameters. */
export function appendsGroups(loop: Node, { source }: Evaluation): boolean {
  const body = loop.children.find(({ name }) => name === "Body");
  if (!body || !APPENDS.test(source.slice(body.from, Math.min(body.to, body.from + LONGEST)))) return false;
  return body.children.every(({ name }) => name === ":" || PLAIN.test(name));
}

/** How much of a block is looked at. */
const LONGEST = 2000;
