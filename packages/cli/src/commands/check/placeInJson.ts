import { type Expression, getLineInfo, type Node, parseExpressionAt } from "acorn";

/** Where in a JSON text a path such as `program.lr.parts[0].over` stands; the nearest that is there around it. */
export function placeInJson(
  text: string,
  path: string,
): { readonly line: number; readonly column: number } | undefined {
  let node: Node;
  try {
    node = parseExpressionAt(text, 0, { ecmaVersion: 2022 });
  } catch {
    return undefined;
  }
  let at = node.start;
  for (const [name] of path.matchAll(/[^.[\]]+/g)) {
    const next = entryOf(node, name);
    if (!next) break;
    [at, node] = next;
  }
  const { line, column } = getLineInfo(text, at);
  return { line, column: column + 1 };
}

/** Where an entry of an object or a list begins, and its value. */
function entryOf(node: Node, name: string): readonly [start: number, value: Node] | undefined {
  const one = node as Expression;
  if (one.type === "ArrayExpression") {
    const entry = one.elements[Number(name)];
    return entry ? [entry.start, entry] : undefined;
  }
  if (one.type !== "ObjectExpression") return undefined;
  for (const property of one.properties) {
    if (property.type !== "Property" || property.key.type !== "Literal") continue;
    if (property.key.value === name) return [property.start, property.value];
  }
  return undefined;
}
