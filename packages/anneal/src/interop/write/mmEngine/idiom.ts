import type { Part } from "../../../kinds/sequence.ts";
import type { Piece } from "../../../piece.ts";
import type { Doc } from "../../print/doc.ts";
import type { Idiom, Shape } from "../idiom.ts";
import { assign } from "../python/assign.ts";
import { call, list } from "../python/call.ts";
import { notesOn } from "../python/makeScheduler.ts";
import { ratio, stretches } from "../stretches.ts";
import { curve, type Listed, levels } from "./listed.ts";

/** A list of MMEngine's schedulers, each of which changes the rate that it finds, before others that scale all of them. */
export const idiom =
  (name: string, scaling: readonly Doc[] = []): Idiom =>
  (shape) => {
    const all = listedOf(shape);
    // What goes down to a floor does not multiply.
    if (!all || (scaling.length > 0 && all.some(({ args }) => args.eta_min !== undefined))) return;
    const dicts = all.map(({ type, args }) => call("dict", [], { type: `"${type}"`, ...args, by_epoch: false }));
    const parts: Part[] = all.map(({ means }, i) => {
      const until = all[i + 1]?.start;
      return until === undefined ? { plan: means } : { plan: means, until };
    });
    const held: Part[] =
      all[0]?.start === 0
        ? []
        : [{ plan: { kind: "constant", value: shape.base }, ...(all[0] && { until: all[0].start }) }];
    return {
      code: assign(name, list([...dicts, ...scaling])),
      means: { kind: "sequence", parts: [...held, ...parts] },
      notes: notesOn(shape, ""),
    };
  };

type Placed = Listed & { readonly start: number };

/** More schedulers than that are not easier to read than a formula. */
const MOST = 8;

function listedOf(shape: Shape): readonly Placed[] | undefined {
  const { base, steps } = shape;
  const all = stretches(shape, true);
  const listed: Placed[] = [];
  let now = base;
  for (let i = 0; i < all.length; ) {
    const stretch = all[i] as Piece;
    const { start, leaf, value } = stretch;
    // A rate of 0 stays 0.
    const isNow = value === now || ratio(value, now) === 1;
    let next = i + 1;
    let own: Listed | undefined;
    if (leaf) own = curve(stretch, all[next]?.start ?? 1 / 0, now, shape);
    else if (!isNow) {
      while (all[next] && !all[next]?.leaf) next++;
      own = levels(all.slice(i, next), all[next], now, all[next]?.start ?? steps);
      // One at a time, where they have no factor in common.
      if (!own || own.type === "ConstantLR") next = i + 1;
      own ??= levels([stretch], all[next], now, all[next]?.start ?? steps);
    }
    if (start % 1 || (!own && (leaf || !isNow)) || listed.length === MOST) return;
    if (own) {
      listed.push({ ...own, start });
      now = own.left;
    }
    i = next;
  }
  return listed;
}
