const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What stands between the cells of a table: what its first lines have in most places, and equally often. */
export function delimiterOf(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const [header = ""] = lines;
  const ranked = DELIMITERS.map((one) => {
    const count = cellsOf(header, one);
    const alike = lines.filter((line) => cellsOf(line, one) === count).length;
    return { one, score: count > 1 ? alike * 100 + Math.min(count, 99) : 0 };
  }).sort((a, b) => b.score - a.score);
  return ranked[0] && ranked[0].score > 0 ? ranked[0].one : ",";
}

/** How many cells a line has; what is quoted counts for nothing. */
function cellsOf(line: string, delimiter: string): number {
  return line.replaceAll(/"[^"]*"/g, "").split(delimiter).length;
}
