import { it } from "vitest";
import { clamp, clock, constant, cosine, cosineWave, custom, exponential, geometric, linear, logarithmic, piecewise, polynomial, powerLaw, product, repeat, sequence, shift, sum, tanh } from "../../src/index.ts";
import { refusesBadFields } from "./badFields.ts";
const line = linear({ from: 1, to: 0.5, over: 4 });
it.each([constant({ value: 1 }), cosine({ from: 1, to: 0, over: 4 }), cosineWave({ from: 1, to: 0, over: 4 }), exponential({ from: 1, factor: 0.5, every: 3 }), geometric({ from: 1, to: 0.5, over: 4 }), line, logarithmic({ from: 1, to: 0.5, over: 4 }), piecewise({ from: 1, at: [1], to: [2] }), polynomial({ from: 1, to: 0, over: 4, power: 2 }), powerLaw({ from: 1, every: 3, power: -1 }), product(line), repeat({ plan: line }), sequence(line), shift({ plan: line, by: 1 }), sum(line), tanh({ from: 1, to: 0.5, over: 4 }), clamp({ plan: line }), clock({ unit: "samples", plan: line })])("%j", refusesBadFields);
