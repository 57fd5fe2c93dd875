/** A command line of options as argparse takes them: `null` and `false` are not written, and `true` has no value. */
export function flagsText(program: string, options: Readonly<Record<string, unknown>>): string {
  const flags = Object.entries(options).flatMap(([name, value]) => {
    const flag = `--${name.replaceAll("_", "-")}`;
    if (value === null || value === false || value === undefined) return [];
    return value === true ? [flag] : [`${flag} ${shellWord(value)}`];
  });
  return [program, ...flags].join(" \\\n  ");
}

function shellWord(value: unknown): string {
  const text = Array.isArray(value) ? value.join(",") : String(value);
  return /^[\w.,+-]+$/.test(text) ? text : `"${text.replace(/["\\$`]/g, "\\$&")}"`;
}
