/** The attributes of an SVG element. Coordinates are rounded to a tenth of a pixel. */
export type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element as text. Its content is SVG. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => `${key}="${typeof value === "number" ? tenth(value) : escaped(value)}"`,
  );
  return content === "" ? `<${name} ${pairs.join(" ")}/>` : `<${name} ${pairs.join(" ")}>${content}</${name}>`;
}

/** A line of text at a place. */
export function text(content: string, attributes: Attributes): string {
  return element("text", attributes, escaped(content));
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A coordinate as precise as anyone can see. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
