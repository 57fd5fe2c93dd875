import { type BatchSize, consumed } from "../../consumed.ts";
import { ClockLeaf } from "../../kinds/clock.ts";
import { apply, bind, type Expression } from "../expression/expression.ts";
import { minus, plus, times } from "../expression/math.ts";
import { choose } from "../expression/table.ts";
import { type Writer, writer } from "../writer.ts";

/** A curve of consumed samples or tokens, never read outside its own piece. */
export const clock: Writer = writer(ClockLeaf, ({ inner, end, clock = 1 }, time, around) => {
  const now = amount(clock, time);
  const { start } = inner;
  // What never leaves the piece, however it is rounded, needs no bounds.
  const stays = typeof clock === "number" && around.start * clock >= start && around.end * clock <= end;
  const bounded = stays ? now : apply("min", apply("max", now, start), end);
  return bind("consumed", bounded, (it) => around.write([inner], it, end));
});

/** How much is consumed before a step: a line for each batch size. */
function amount(size: BatchSize, time: Expression): Expression {
  if (typeof size === "number") return times(time, size);
  const lines = [size.from, ...size.to].map((each, i) => {
    const step = size.at[i - 1] ?? 0;
    return plus(consumed(size, step), times(minus(time, step), each));
  });
  return choose(time, size.at, lines);
}
