/**
 * A row of CSV, with its end; what is not there is empty. Text that a spreadsheet would take for a formula, such as a
 * hyperparameter's name from a file, has an apostrophe before it; numbers are as they are.
 */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map((field) => (typeof field === "string" ? quoted(field) : (field ?? ""))).join(",")}\n`;
}

function quoted(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
