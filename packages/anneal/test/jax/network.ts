import { nn, numpy, tree, valueAndGrad } from "@jax-js/jax";

/** A small network's weights. */
export interface Weights {
  readonly hidden: numpy.Array;
  readonly bias: numpy.Array;
  readonly out: numpy.Array;
  [name: string]: numpy.Array;
}

const POINTS = 64;

/** The same numbers each time, between -1 and 1. */
const number = (i: number): number => Math.sin(12.9898 * (i + 1)) ** 3;

/** Weights that are the same each time. */
export function newWeights(): Weights {
  const array = (shape: number[], from: number) =>
    numpy.array(Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => number(from + i))).reshape(shape);
  return { hidden: array([2, 16], 0), bias: array([16], 100), out: array([16, 1], 200) };
}

/** Points, and on which side of a ring they lie. */
export function newData(): { readonly x: numpy.Array; readonly y: numpy.Array } {
  const points = Array.from({ length: POINTS }, (_, i) => [number(1000 + i), number(2000 + i)]);
  const side = points.map(([a = 0, b = 0]) => [a * a + b * b < 0.3 ? 1 : 0]);
  return { x: numpy.array(points), y: numpy.array(side) };
}

/** The loss and its gradient; consumes the weights and the data. */
export const lossAndGradient: (weights: Weights, x: numpy.Array, y: numpy.Array) => [numpy.Array, Weights] =
  valueAndGrad((weights: Weights, x: numpy.Array, y: numpy.Array) => {
    const hidden = numpy.tanh(numpy.matmul(x, weights.hidden).add(weights.bias));
    const off = nn.sigmoid(numpy.matmul(hidden, weights.out)).sub(y);
    return numpy.mean(numpy.square(off));
  });

/** Every weight less its gradient times a rate; consumes both, and the rate. */
export function descend(weights: Weights, gradient: Weights, rate: numpy.Array): Weights {
  const next = tree.map((w: numpy.Array, g: numpy.Array) => w.sub(g.mul(rate.ref)), weights, gradient);
  rate.dispose();
  return next;
}

/** All weights as numbers; the weights stay. */
export function numbersOf(weights: Weights): number[] {
  return Object.values(weights).flatMap((one) => [...one.ref.dataSync()]);
}
