import { RepeatLeaf } from "../../kinds/repeat.ts";
import { apply, bind, type Expression } from "../expression/expression.ts";
import { call, growth, minus, over, plus, power, times } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** One plan over and over: its own time is what is left of the time without the whole cycles. */
export const repeat: Writer = writer(RepeatLeaf, ({ own, length, stretch, scale }, time, { write }) => {
  const scaled = (inside: Expression, cycle: Expression) => {
    const factor = scale === 1 ? 1 : growth(scale, cycle, 1);
    return bind("t", inside, (t) => multiplied(write(own, t, length), factor));
  };
  if (stretch === 1) {
    const inside = apply("inside", time, length);
    return scale === 1 ? scaled(inside, 0) : bind("cycle", apply("turns", time, length), (n) => scaled(inside, n));
  }
  const grown = stretch - 1;
  const turns = over(times(time, grown), length);
  const logarithm = over(call("log", plus(1, turns)), call("log", stretch));
  // The logarithm may come to a whole cycle a little early.
  return bind("n", call("floor", plus(logarithm, 1e-6)), (n) => {
    const reached = times(minus(power(stretch, n), 1), 1 - 1e-9);
    return bind("cycle", apply("choose", turns, reached, minus(n, 1), n), (cycle) =>
      bind("size", power(stretch, cycle), (size) => {
        const start = over(times(length, minus(size, 1)), grown);
        return scaled(apply("max", over(minus(time, start), size), 0), cycle);
      }),
    );
  });
});

/** Each case by itself, so that the cases stay the outermost. */
function multiplied(value: Expression, factor: Expression): Expression {
  if (typeof value === "number" || value.op !== "choose") return times(value, factor);
  const count = value.of.length / 2;
  return { ...value, of: value.of.map((one, i) => (i < count ? one : multiplied(one, factor))) };
}
