/** The cells of a line that only blanks divide; a # before them is numpy's sign of a header. */
export function blankCells(line: string): readonly string[] {
  const text = line.replace(/^\s*#/, "").trim();
  return text === "" ? [] : text.split(/\s+/);
}
