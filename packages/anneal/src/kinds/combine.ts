import { search, startsOf } from "../evaluate.ts";
import type { Child, Context } from "../kind.ts";
import { finite, Leaf, type Piece, piece } from "../piece.ts";

/** What is done with values of the same time: all are multiplied, all are added, or the first is kept between two. */
type Operation = "product" | "sum" | "clamp";

/** The pieces of several plans at once. Only the first is told what came before. */
export function combine(plans: readonly Child[], around: Context, operation: Operation): readonly Piece[] {
  const lists = plans.map((plan, i) => plan.compile(i ? { ...around, last: undefined } : around));
  const starts = [...new Set(lists.flat().map(({ start }) => start))].sort((a, b) => a - b);
  const seams = lists.map(startsOf);
  around.spend(starts.length * lists.length);
  return starts.map((start) => {
    const active = lists.map((list, i) => list[search(seams[i] as Float64Array, start)] as Piece);
    const leaf = new CombinedLeaf({ active, operation });
    return active.some((one) => one.leaf) ? piece(start, 0, leaf) : piece(start, leaf.at(start));
  });
}

/** What several pieces that hold at the same time come to. */
export class CombinedLeaf extends Leaf<{ readonly active: readonly Piece[]; readonly operation: Operation }> {
  at(t: number, before?: boolean): number {
    const { active, operation } = this.fields;
    let all = operation === "product" ? 1 : 0;
    for (let i = 0; i < active.length; i++) {
      // Written out: a call of `readPiece` costs as much as reading a line.
      const { value, leaf } = active[i] as Piece;
      const own = leaf ? leaf.at(t < value ? 0 : t - value, before) : value;
      if (operation === "product") all *= own;
      else if (operation === "sum") all += own;
      else all = i < 2 ? Math.max(all, own) : Math.min(all, own);
      all = finite(all);
    }
    return all;
  }
}
