import type { Chain, Doc } from "./doc.ts";
import { flat } from "./doc.ts";

/** What is printed of an expression, and the operator that holds it together, if one does. */
export interface Written {
  readonly doc: Doc;
  readonly op?: string;
}

/** How tightly an operator holds its operands. */
const RANKS: Readonly<Record<string, number>> = {
  "?": 0,
  "+": 1,
  "-": 1,
  "*": 2,
  "/": 2,
  "//": 2,
  "%": 2,
  "-1": 3,
  "**": 4,
};
const rank = ({ op }: Written): number => RANKS[op as string] ?? 9;

/** Two operands and what stands between them, with the brackets that are needed, and those that the formatter adds. */
export function writeInfix(op: string, a: Written, b: Written, black: boolean): Written {
  const own = rank({ doc: "", op });
  const mixed = !black && own === 2 && op !== a.op;
  const left = rank(a) < own || (rank(a) === own && (mixed || own === 4)) ? bracket(a) : a.doc;
  const loose = own === 4 ? rank(b) < 3 : rank(b) <= own || (!black && own === 1 && b.op === "%");
  const right = loose ? bracket(b) : b.doc;
  if (black && own === 4 && [left, right].every((one) => /^-?[\w.]+$/.test(flat(one)))) {
    return { op, doc: `${flat(left)}**${flat(right)}` };
  }
  const chain: Chain = left === a.doc && rank(a) === own ? (left as Chain) : { operands: [left], operators: [] };
  return { op, doc: { operands: [...chain.operands, right], operators: [...chain.operators, op] } };
}

function bracket({ doc }: Written): Doc {
  return { open: "(", inside: [doc], close: ")" };
}
