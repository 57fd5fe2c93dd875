import { PlanError } from "anneal";
import { lookUp } from "../document.ts";
import { json } from "../notations/json.ts";
import { isDictionary, isList } from "../value.ts";

/** What every notebook has. */
const CELLS = /"cells"\s*:\s*\[/;

/** The code of a Jupyter notebook's cells, one after the other, or nothing where a text is none. */
export function notebookSource(text: string): string | undefined {
  if (!/^\s*\{/.test(text) || !CELLS.test(text)) return undefined;
  const cells = cellsOf(text);
  if (!isList(cells)) return undefined;
  const sources = cells
    .filter((cell) => isDictionary(cell) && cell.get("cell_type") === "code")
    .map((cell) => {
      const source = lookUp(cell, "source") ?? "";
      const lines = isList(source) ? source.filter((line) => typeof line === "string") : [source];
      return lines.join("");
    });
  return sources
    .join("\n")
    .split("\n")
    .map((line) => (/^\s*[%!?]/.test(line) ? "" : line))
    .join("\n");
}

function cellsOf(text: string): ReturnType<typeof lookUp> {
  try {
    return lookUp(json(text).data, "cells");
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
