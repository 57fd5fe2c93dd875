/** A row of CSV, with its end; what is not there is empty. */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map((field) => (typeof field === "string" ? quoted(field) : (field ?? ""))).join(",")}\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
