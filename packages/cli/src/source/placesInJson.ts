import { findNodeAtLocation, getNodeValue, type Node } from "jsonc-parser";
import { jsonTree } from "./jsonTree.ts";
import { placesIn } from "./place.ts";
import type { PlaceOf } from "./placed.ts";

/**
 * Where in a JSON text the value at a path such as `program.lr.parts[0].over` begins; the nearest around it that is
 * there. With a key, an entry of that value: where its own key begins.
 */
export function placesInJson(text: string): PlaceOf {
  const placeOf = placesIn(text);
  let root: Node | undefined | null = null;
  return (path, key) => {
    if (root === null) root = jsonTree(text);
    if (!root) return undefined;
    let node: Node = root;
    for (const [name] of path.matchAll(/[^.[\]]+/g)) {
      const inside = findNodeAtLocation(node, [node.type === "array" ? Number(name) : name]);
      if (!inside) break;
      node = inside;
    }
    const own = node.children?.find(({ children = [] }) => children[0] && getNodeValue(children[0]) === key);
    return placeOf((key !== undefined && own ? own : node).offset);
  };
}
