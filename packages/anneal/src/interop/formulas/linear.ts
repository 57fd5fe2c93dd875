import { LinearLeaf } from "../../kinds/linear.ts";
import { apply } from "../expression/expression.ts";
import { minus, over } from "../expression/math.ts";
import { type Writer, writer } from "../writer.ts";

/** A straight line. */
export const linear: Writer = writer(LinearLeaf, (fields, time) => {
  const way = over(time, fields.over);
  return apply("line", fields.from, fields.to, way, minus(1, way));
});
