import { type TracedArray, type TracedNumpy, traced } from "anneal/jax";

declare const numpy: TracedNumpy<TracedArray, unknown>;
declare const step: TracedArray;
traced({ kind: "linear", from: 0.1, to: 0, over: 10 }, {}, numpy)(step);
