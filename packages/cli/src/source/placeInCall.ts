import type { CallExpression, Expression, Node } from "acorn";

/** What `sequence`, `product` and `sum` call the plans that they take one after the other. */
const LISTS = new Set(["parts", "factors", "terms"]);

/**
 * What stands in a call for a path of what it makes: an option's value, a plan among its arguments, or the nearest around
 * it. With `key`, that option's own name.
 */
export function nodeIn(root: Node, path: string, key?: string): Node {
  let node = root;
  for (const [name] of path.matchAll(/[^.[\]]+/g)) {
    // A list of a call's arguments is no word of the text.
    if (LISTS.has(name) && (node as Expression).type === "CallExpression" && !entryOf(node, name)) continue;
    const inside = entryOf(node, name)?.value;
    if (!inside) break;
    node = inside;
  }
  return (key === undefined ? undefined : entryOf(node, key)?.key) ?? node;
}

function entryOf(node: Node, name: string): { readonly key: Node; readonly value: Node } | undefined {
  const one = node as Expression;
  const item = (items: readonly (Node | null)[]) => {
    const value = items[Number(name)];
    return value ? { key: value, value } : undefined;
  };
  if (one.type === "ArrayExpression") return item(one.elements);
  if (one.type === "CallExpression") return inOptions(one, name) ?? (hasPlans(one) ? item(one.arguments) : undefined);
  if (one.type !== "ObjectExpression") return undefined;
  for (const property of one.properties) {
    if (property.type !== "Property") continue;
    const { key, value } = property;
    const own = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
    if (own === name) return { key, value };
  }
  return undefined;
}

/** An option by its name, of the call's object of options. */
function inOptions({ arguments: [options] }: CallExpression, name: string): ReturnType<typeof entryOf> {
  return options?.type === "ObjectExpression" ? entryOf(options, name) : undefined;
}

/** Whether a call takes plans one after the other, as `sequence` does, and no options. */
function hasPlans({ arguments: [first] }: CallExpression): boolean {
  return first?.type !== "ObjectExpression";
}
