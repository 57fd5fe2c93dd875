import type { Evaluation } from "./evaluation.ts";
import { Named } from "./held.ts";
import { mathematics } from "./mathematics.ts";
import { type Node, split } from "./node.ts";
import type { Scope } from "./scope.ts";

/** `import a.b as c` and `from a.b import c as d`: the full names that names stand for. */
export function importNames(node: Node, scope: Scope, evaluation: Evaluation): void {
  const words = node.children.filter(({ name }) => name !== "(" && name !== ")");
  const set = (name: string, path: string) => {
    const known = mathematics(path);
    evaluation.journal.write(scope.names, name, typeof known === "number" ? known : new Named(path, true));
  };
  if (words[0]?.name !== "from") {
    for (const group of split(words.slice(1), ",")) {
      const [path, as] = split(group, "as").map((part) => dotted(part, evaluation));
      // `import a.b` makes only `a` a name.
      if (as) set(as, path as string);
      else if (path) set(path.slice(0, `${path}.`.indexOf(".")), path.slice(0, `${path}.`.indexOf(".")));
    }
    return;
  }
  const [from = [], names = []] = split(words.slice(1), "import");
  const module = dotted(from, evaluation);
  for (const group of split(names, ",")) {
    const [name, as] = split(group, "as").map((part) => dotted(part, evaluation));
    if (name === "*") evaluation.imports.push(module);
    else if (name) set(as ?? name, module === "" ? name : `${module}.${name}`);
  }
}

/** A dotted name; the dots of a relative import say nothing of what it is. */
function dotted(nodes: readonly Node[], { source }: Evaluation): string {
  return nodes
    .filter(({ name }) => name !== "." && name !== "...")
    .map(({ from, to }) => source.slice(from, to))
    .filter((word) => word.length > 0)
    .join(".");
}
