import { hyperparameterOf } from "../columns/hyperparameterOf.ts";

/** The cells of a line that only blanks divide; a # before them is numpy's sign of a header. */
export function blankCells(line: string): readonly string[] {
  const text = line.replace(/^\s*#/, "").trim();
  return text === "" ? [] : text.split(/\s+/);
}

/** Whether cells are names that are plainly one word each, several of them and one of a rate. */
export function isHeader(cells: readonly string[]): boolean {
  const arePlain = cells.length > 1 && cells.every((cell) => /^[A-Za-z_][\w./@-]{0,80}$/.test(cell));
  return arePlain && new Set(cells).size === cells.length && cells.some((cell) => hyperparameterOf(cell) !== undefined);
}

/** Whether a line is drawn, and says nothing. */
export function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[-=+]+$/.test(cell));
}
