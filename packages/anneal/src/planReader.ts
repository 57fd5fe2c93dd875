import { type Row, waitingChild } from "./child.ts";
import { type Field, isObject, join, Reader, type Values } from "./field.ts";
import type { Child } from "./kind.ts";
import { partFields } from "./kinds/sequence.ts";
import { oneOf } from "./nearest.ts";
import { kinds, type Plan } from "./plan.ts";

const DEEPEST = 64;
const MOST_PLANS = 10_000;

/** Reads a whole tree of plans: the tree that waits for its surroundings. */
export class PlanReader extends Reader {
  #depth = 0;
  #plans = 0;

  /** Reads a plan and those inside it; the result is of use when no problem was reported. */
  plan(value: unknown, path: string): Child {
    const kind = isObject(value) ? value.kind : undefined;
    if (this.#depth >= DEEPEST || this.#plans >= MOST_PLANS) {
      this.problems.add(path, `at most ${MOST_PLANS} plans, ${DEEPEST} deep`, value);
    } else if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) {
      this.problems.add(join(path, "kind"), oneOf(Object.keys(kinds), kind), kind);
    } else {
      const row = kinds[kind as Plan["kind"]] as unknown as Row;
      this.#plans++;
      this.#depth++;
      const values = this.fields<Values>({ kind: { type: "choice", of: [kind] }, ...row.fields }, value, path);
      this.#depth--;
      return waitingChild(row, value as Values, values, path, this.problems);
    }
    return { length: 0, compile: () => [] };
  }

  protected override child(type: Field["type"], value: unknown, path: string): unknown {
    if (type === "plan") return this.plan(value, path);
    if (!isObject(value) || value.plan === undefined) return { child: this.plan(value, path) };
    const { plan, until, clock } = this.fields(partFields, value, path);
    return { child: plan, until, global: clock === "global" };
  }
}
