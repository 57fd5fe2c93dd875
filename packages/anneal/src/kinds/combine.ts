import { Whole } from "../evaluate.ts";
import type { Child, Context } from "../kind.ts";
import { Leaf, type Piece } from "../piece.ts";

/** What is done with values of the same time: all are multiplied, all are added, or the first is kept between two. */
type Operation = "product" | "sum" | "clamp";

/** The pieces of several plans at once. Only the first is told what came before. */
export function combine(plans: readonly Child[], around: Context, operation: Operation): readonly Piece[] {
  const lists = plans.map((plan, i) => plan.compile(i ? { ...around, last: undefined } : around));
  const starts = [...new Set(lists.flat().map(({ start }) => start))].sort((a, b) => a - b);
  const leaf = new CombinedLeaf({ leaves: lists.map((list) => new Whole(list)), operation });
  return starts.map((start) => ({ start, leaf }));
}

/** What several plans come to. */
class CombinedLeaf extends Leaf<{ readonly leaves: readonly Leaf[]; readonly operation: Operation }> {
  at(t: number, before?: boolean): number {
    const { leaves, operation } = this.fields;
    let all = (leaves[0] as Leaf).at(t, before);
    for (let i = 1; i < leaves.length; i++) {
      const own = (leaves[i] as Leaf).at(t, before);
      if (operation === "product") all *= own;
      else if (operation === "sum") all += own;
      else all = i < 2 ? Math.max(all, own) : Math.min(all, own);
    }
    return Math.min(all, Number.MAX_VALUE);
  }
}
