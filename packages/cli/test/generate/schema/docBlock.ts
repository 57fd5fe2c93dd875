/** What a doc block says. */
export interface DocBlock {
  /** Its first paragraph and its formula. */
  readonly description: string;
  /** What it says of a field. */
  of(field: string): string | undefined;
}

/** The doc block of what a source exports by a name. */
export function docBlock(source: string, name: string): DocBlock {
  const end = source.search(new RegExp(`^export (?:function|interface) ${name}\\b`, "m"));
  const start = source.lastIndexOf("/**", end);
  if (end < 0 || start < 0) throw new Error(`there is no doc block of ${name}`);
  const text = source.slice(start + 3, source.indexOf("*/", start)).replaceAll(/^ \* ?/gm, "");
  const paragraphs = text.split(/\n\s*\n/).map((one) => one.trim());
  const said = [paragraphs[0], paragraphs.find((one) => one.startsWith("Formula:"))];
  const lines = [...text.matchAll(/^- ((?:`\w+`(?:, )?)+): ((?:.+\n?)(?: {2}.+\n?)*)/gm)];
  return {
    description: said.filter(Boolean).map(oneLine).join("\n\n"),
    of(field) {
      const line = lines.find(([, names = ""]) => names.includes(`\`${field}\``));
      return line ? capital(oneLine(line[2] as string)) : propertyDoc(source, field);
    },
  };
}

/** What stands over a property of an interface. */
function propertyDoc(source: string, field: string): string | undefined {
  const [, text] = new RegExp(`/\\*\\* ((?:(?!\\*/).)+) \\*/\\n\\s*readonly ${field}\\b`).exec(source) ?? [];
  return text;
}

const oneLine = (text = ""): string => text.trim().replaceAll(/\s+/g, " ");

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
