import type { CustomFunction } from "../kind.ts";
import { type Call, type Graph, LARGEST, type Node, type Value } from "./graph.ts";
import type { TracedArray, TracedNumpy } from "./numpy.ts";

/**
 * Performs an expression by operations on arrays. Each consumes its arguments, as all of jax-js's do, so that every use
 * of a value but its last is a reference.
 */
export function emit<A extends TracedArray, D>(
  graph: Graph,
  result: Node,
  np: TracedNumpy<A, D>,
  step: A,
  call: (own: CustomFunction, time: A, args: readonly number[]) => A,
): A {
  const { nodes, table } = graph;
  const uses = countUses(nodes, result);
  const values: A[] = [];
  const numbers = uses.table > 0 ? np.array(Float32Array.from(table, within)) : undefined;

  function use(value: Value): A | number {
    if (typeof value === "number") return within(value);
    return --(uses.nodes[value.id] as number) > 0 ? (values[value.id] as A).ref : (values[value.id] as A);
  }

  function perform({ operation, of, extra }: Node): A {
    if (operation === "step") return np.astype(step, np.float32);
    const [a = 0, b = 0, then = 0, otherwise = 0] = of.map(use);
    if (operation === "below") return np.where(np.less(a, b), then, otherwise);
    if (operation === "read") {
      const all = numbers as A;
      return np.take(--uses.table > 0 ? all.ref : all, np.astype(a as A, np.int32));
    }
    if (operation === "count") {
      const starts = np.array(Float32Array.from(extra as number[]));
      return np.sum(np.astype(np.greaterEqual(np.expandDims(a as A, -1), starts), np.float32), -1);
    }
    if (operation === "call") return call((extra as Call).call, a as A, (extra as Call).args);
    if (operation === "floor" || operation === "log" || operation === "sqrt") return np[operation](a as A);
    return np[operation](a, b);
  }

  for (const node of nodes) {
    if ((uses.nodes[node.id] as number) > 0) values[node.id] = perform(node);
  }
  return values[result.id] as A;
}

/** How often each node's value is used on the way to the result, and the table. */
function countUses(nodes: readonly Node[], result: Node): { readonly nodes: number[]; table: number } {
  const uses = { nodes: nodes.map(() => 0), table: 0 };
  uses.nodes[result.id] = 1;
  for (const node of [...nodes].reverse()) {
    if (uses.nodes[node.id] === 0) continue;
    if (node.operation === "read") uses.table++;
    for (const value of node.of) if (typeof value !== "number") (uses.nodes[value.id] as number)++;
  }
  return uses;
}

/** As a number of 32 bits: an infinite constant has no spelling in a shader. */
function within(value: number): number {
  return Math.min(Math.max(value, -LARGEST), LARGEST);
}
