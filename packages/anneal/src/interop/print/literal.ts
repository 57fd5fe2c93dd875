import type { Doc } from "./doc.ts";

/** Plain data as a literal of JavaScript. */
export function literal(data: unknown): Doc {
  if (Array.isArray(data)) return { open: "[", inside: data.map(literal), close: "]" };
  if (typeof data !== "object" || data === null) return JSON.stringify(data);
  // An optional field may be there and undefined.
  const fields = Object.entries(data).filter(([, value]) => value !== undefined);
  const inside = fields.map(([name, value]): Doc => {
    const own = literal(value);
    return typeof own === "string" || !("open" in own) ? `${name}: ${own}` : { ...own, open: `${name}: ${own.open}` };
  });
  return { open: "{ ", inside, close: " }" };
}
