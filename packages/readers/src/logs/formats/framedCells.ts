/** What is drawn between cells. */
const BAR = /[|\u2502\u2503\u2551]/;

/** The cells of a line that has bars around them, as Markdown, tabulate, SQL's shells and rich draw tables; else none. */
export function framedCells(line: string): readonly string[] {
  const cells = line.trim().split(BAR);
  const isFramed = cells.length > 2 && cells[0] === "" && cells.at(-1) === "";
  return isFramed ? cells.slice(1, -1).map((cell) => cell.trim()) : [];
}
