/** The attributes of an element, by name. */
export type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element as text; coordinates are rounded to a tenth of a pixel. The content is SVG. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? tenth(value) : escaped(value)}"`,
  );
  return `<${name}${pairs.join("")}${content ? `>${content}</${name}>` : "/>"}`;
}

/** A line of text. */
export function label(content: string, x: number, y: number, more: Attributes): string {
  return element("text", { x, y, ...more }, escaped(content));
}

/** What is read out in place of the picture. */
export function titled(content: string): string {
  return element("title", {}, escaped(content));
}

/** A coordinate as exact as anyone can see. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What XML has no way to write, such as control characters and half a surrogate pair, becomes U+FFFD. */
function escaped(content: string): string {
  return content
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
