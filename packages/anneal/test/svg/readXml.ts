/** An element of a document that was read: its name, its attributes, and the text that stands in it alone. */
export interface Read {
  readonly name: string;
  readonly at: Readonly<Record<string, string>>;
  text: string;
}

const NAME = /[A-Za-z_][\w.:-]*/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML does not have.
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Every element of an XML text, in order; throws where the text is not well-formed, as a parser must. */
export function readXml(xml: string): readonly Read[] {
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${JSON.stringify(xml.slice(at, at + 40))}`);
  };
  let at = 0;
  if (NO_XML.test(xml)) fail("a character that XML does not have");
  const take = (what: RegExp): string => {
    what.lastIndex = at;
    const [found = fail(String(what))] = what.exec(xml) ?? [];
    at += found.length;
    return found;
  };
  const decoded = (text: string): string =>
    text.replaceAll(/&([^;&]*);?/g, (whole, name: string) =>
      whole.endsWith(";") && Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] as string) : fail(`entity ${whole}`),
    );
  const all: Read[] = [];
  const open: Read[] = [];
  do {
    if (xml.startsWith("</", at)) {
      at += 2;
      const closed = take(NAME);
      if (open.pop()?.name !== closed) fail(`</${closed}>`);
      take(/\s*>/y);
    } else {
      take(/</y);
      const name = take(NAME);
      const attributes: Record<string, string> = {};
      while (/\s/.test(xml[at] ?? "")) {
        take(/\s+/y);
        if (/[/>]/.test(xml[at] ?? "")) break;
        const key = take(NAME);
        if (key in attributes) fail(`a second ${key}`);
        take(/="/y);
        attributes[key] = decoded(take(/[^<"]*/y));
        take(/"/y);
      }
      const element: Read = { name, at: attributes, text: "" };
      all.push(element);
      if (take(/\/?>/y) === ">") open.push(element);
    }
    const text = decoded(take(/[^<]*/y));
    const inside = open.at(-1);
    if (inside) inside.text += text;
    else if (text.trim()) fail("text outside");
  } while (open.length > 0);
  if (at < xml.length) fail("a second root");
  return all;
}
