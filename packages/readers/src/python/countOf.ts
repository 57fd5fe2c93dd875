import { isList } from "../value.ts";
import { NOT_READ } from "./builtins.ts";
import { Failure, lift } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Held, Named } from "./held.ts";
import { type Node, parts } from "./node.ts";
import { compare } from "./operators.ts";
import type { Scope } from "./scope.ts";

const NUMPY = "(?:np|numpy|jnp|jax\\.numpy)";
const SUM = new RegExp(`^${NUMPY}\\.sum$`);
const ARRAY = new RegExp(`^${NUMPY}\\.(?:as)?array$`);

/** `np.sum(epoch > np.asarray(milestones))`: for how many items of a list a comparison holds; nothing where it is none. */
export function countOf(callee: Node, list: Node, scope: Scope, evaluation: Evaluation): Held | undefined {
  const [comparison, ...more] = list.children.filter(({ name }) => name !== "(" && name !== ")");
  if (comparison?.name !== "BinaryExpression" || more.length > 0) return undefined;
  const [left, operator, right] = comparison.children;
  if (!left || !operator || !right || !/^[<>]=?$/.test(evaluation.text(operator))) return undefined;
  const target = evaluation.evaluate(callee, scope);
  if (!(target instanceof Named) || !SUM.test(target.path)) return undefined;
  const items = [left, right].map((side) => arrayIn(side, scope, evaluation));
  const at = items.findIndex((one) => one !== undefined);
  const other = at === 0 ? right : left;
  if (at < 0 || items.every((one) => one !== undefined)) return undefined;
  const written = evaluation.text(operator);
  const operands = [evaluation.operand(items[at] as Node, scope), evaluation.operand(other, scope)];
  return lift(operands, evaluation.written(comparison), (all = null, x = null) => {
    if (!isList(all)) return NOT_READ;
    const each = all.map((one) => (at === 0 ? compare(written, one, x) : compare(written, x, one)));
    return each.find((one) => one instanceof Failure) ?? each.filter((one) => one === true).length;
  });
}

/** What `np.asarray(…)` is given. */
function arrayIn(side: Node, scope: Scope, evaluation: Evaluation): Node | undefined {
  const [callee, list] = side.name === "CallExpression" ? side.children : [];
  if (!callee || list?.name !== "ArgList") return undefined;
  const [only, ...more] = parts(list).filter(({ name }) => !/^[(),]$/.test(name));
  const target = more.length === 0 ? evaluation.evaluate(callee, scope) : undefined;
  return target instanceof Named && ARRAY.test(target.path) ? only : undefined;
}
