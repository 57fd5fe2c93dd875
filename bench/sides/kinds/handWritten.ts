import { chosenKind } from "./kinds.ts";
import { readAndFill } from "./readAndFill.ts";

const rate = chosenKind().hand();
readAndFill(rate, (out) => {
  for (let i = 0; i < out.length; i++) out[i] = rate(i);
});
