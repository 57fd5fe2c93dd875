import { element, label } from "./element.ts";
import type { Panel } from "./layout.ts";
import { rateText } from "./rateText.ts";
import { linearScale, type Scale } from "./scale.ts";
import type { Paint } from "./theme.ts";

/** What both axes of a picture are drawn from. */
interface Axes {
  readonly panels: readonly Panel[];
  readonly left: number;
  readonly right: number;
  /** The last step that is drawn. */
  readonly last: number;
  readonly x: Scale;
  /** What a step is. */
  readonly unit: string;
  /** Says what the axes are called. */
  say(english: string): string;
  /** How many steps an epoch has, where there is a second axis for them. */
  readonly stepsPerEpoch: number | undefined;
  readonly paint: Paint;
}

const SIZE = { "font-size": 12 };
const [MIDDLE, END] = [{ "text-anchor": "middle" }, { "text-anchor": "end" }] as const;

/** The grid, the numbers and the names of all axes: values at the left, steps below, epochs above. */
export function drawAxes({ panels, left, right, last, x, unit, say, stepsPerEpoch, paint }: Axes): readonly string[] {
  const [text, middle] = [{ ...SIZE, ...paint("fill", "text") }, (left + right) / 2];
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    element("line", { x1, y1, x2, y2, ...paint("stroke", "grid") });
  const [first, lowest] = [(panels[0] as Panel).top, (panels.at(-1) as Panel).bottom];
  const steps = x.ticks.filter(Number.isInteger);
  const numbers = steps.map((step) => label(rateText(step), x.at(step), lowest + 18, { ...text, ...MIDDLE }));
  const grid = panels.flatMap(({ name, top, bottom, y }) => [
    ...steps.map((step) => line(x.at(step), top, x.at(step), bottom)),
    ...y.ticks.flatMap((value) => [
      line(left, y.at(value), right, y.at(value)),
      label(rateText(value), left - 8, y.at(value) + 4, { ...text, ...END }),
    ]),
    label(name, left, top - 8, { ...SIZE, ...paint("fill", "ink") }),
  ]);
  const below = label(say(unit), middle, lowest + 38, { ...text, ...MIDDLE });
  if (stepsPerEpoch === undefined) return [...grid, ...numbers, below];
  const epochs = linearScale(0, last / stepsPerEpoch, left, right);
  const above = epochs.ticks.flatMap((epoch) => [
    line(epochs.at(epoch), first - 26, epochs.at(epoch), first - 22),
    label(rateText(epoch), epochs.at(epoch), first - 30, { ...text, ...MIDDLE }),
  ]);
  return [...grid, ...numbers, below, ...above, label(say("epoch"), middle, first - 46, { ...text, ...MIDDLE })];
}
