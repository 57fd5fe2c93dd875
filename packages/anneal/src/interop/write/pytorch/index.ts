/** Any plan as code for PyTorch. */

export { toPyTorch } from "./toPyTorch.ts";
