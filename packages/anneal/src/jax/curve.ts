import type { Graph, Value } from "./graph.ts";
import { type Moment, since, split } from "./moment.ts";

/** A formula with its numbers; curves of one shape differ in their numbers only, and are computed once for all. */
export interface Curve {
  readonly shape: string;
  readonly numbers: readonly number[];
  /** Its value at a moment, from as many values as there are numbers. */
  read(graph: Graph, moment: Moment, numbers: readonly Value[]): Value;
}

/** A curve that begins at a step and holds until the next one does. */
export interface Stretch {
  readonly start: number;
  readonly curve: Curve;
}

/** Where a plan's own time is on the clock of the expression: it passes `unit` a step, from `origin` on. */
export interface Place {
  readonly origin: number;
  readonly unit: number;
}

/** The curve that holds one value. */
export function level(value: number): Curve {
  return { shape: "level", numbers: [value], read: (_graph, _moment, [held = 0]) => held };
}

/** A curve whose time is counted from an origin. */
export function placed({ shape, numbers, read }: Curve, origin: number): Curve {
  return {
    shape: `placed ${shape}`,
    numbers: [...split(origin), ...numbers],
    read: (graph, moment, [whole = 0, part = 0, ...own]) => read(graph, since(graph, moment, whole, part), own),
  };
}

/** Several curves of the same time as one. */
export function combined(
  name: string,
  curves: readonly Curve[],
  join: (graph: Graph, all: readonly Value[]) => Value,
): Curve {
  return {
    shape: `${name}(${curves.map(({ shape }) => shape)})`,
    numbers: curves.flatMap(({ numbers }) => numbers),
    read(graph, moment, numbers) {
      let at = 0;
      const all = curves.map((curve) => {
        const own = numbers.slice(at, at + curve.numbers.length);
        at += own.length;
        return curve.read(graph, moment, own);
      });
      return join(graph, all);
    },
  };
}
