/** How a fact is given by its name on a command line: in quotes that a shell takes off again, whatever the name has in it. */
export function settingOf(name: string): string {
  if (!/["$`\\!]/.test(name)) return `--set "${name}=…"`;
  return name.includes("'") ? `--set "${name.replace(/["$`\\]/g, "\\$&")}=…"` : `--set '${name}=…'`;
}
