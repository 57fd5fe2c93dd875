import { checkName } from "../../print/checkName.ts";

/** A module of Python: the imports that it needs, and its parts, of which the first may begin with imports of its own. */
export function pythonModule(imports: readonly string[], ...parts: readonly string[]): string {
  const [, top, rest] = /^((?:import \w+\n)*)\n*(.*)$/s.exec(parts.filter(Boolean).join("\n\n")) as unknown as string[];
  const own = [top, imports.map((line) => `${line}\n`).join("")].filter(Boolean).join("\n");
  // Black puts two lines before a function, and one before anything else.
  return `${own}${/^(?:def|class|@)/.test(rest as string) ? "\n\n" : "\n"}${rest}`;
}

/** Refuses a name that is none, or that other parts of a module use. */
export function checkFree(name: string, ...parts: readonly string[]): void {
  const names = parts.join("\n").replaceAll(/""".*"""|\.\w+/g, "");
  checkName(name, names.match(/\w+/g) ?? []);
}
