/** One SVG element as text; coordinates are rounded to a tenth of a pixel. The content is SVG. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? tenth(value) : escaped(value)}"`,
  );
  return `<${name}${pairs.join("")}${content ? `>${content}</${name}>` : "/>"}`;
}

/** A line of text. */
export function label(content: string, x: number, y: number, more: Readonly<Record<string, string | number>>): string {
  return element("text", { x, y, ...more }, escaped(content));
}

/** A coordinate as exact as anyone can see. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
