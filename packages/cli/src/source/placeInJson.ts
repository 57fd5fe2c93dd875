import { findNodeAtLocation, getNodeValue, type Node, parseTree } from "jsonc-parser";
import { type Place, placeAt } from "./place.ts";

/**
 * Where in a JSON text the value at a path such as `program.lr.parts[0].over` begins; the nearest around it that is
 * there. With `key`, an entry of that value: where its own key begins.
 */
export function placeInJson(text: string, path: string, key?: string): Place | undefined {
  const root = parseTree(text);
  if (!root) return undefined;
  let node: Node = root;
  for (const [name] of path.matchAll(/[^.[\]]+/g)) {
    const inside = findNodeAtLocation(node, [node.type === "array" ? Number(name) : name]);
    if (!inside) break;
    node = inside;
  }
  const own = node.children?.find(({ children = [] }) => children[0] && getNodeValue(children[0]) === key);
  return placeAt(text, (key !== undefined && own ? own : node).offset);
}
