import { format } from "../format.ts";
import type { Subject } from "./subject.ts";
import type { Judged } from "./tried.ts";

/** So many rows are told. */
const TOLD = 3;

/** A rate as a person reads it. */
export function rateText(rate: number): string {
  return String(Number(rate.toPrecision(6)));
}

/** A few rows that tell a guess from the plan, in words: where they begin to, where they do most, and the last. */
export function evidenceOf(subject: Subject, steps: Float64Array, one: Judged): readonly string[] {
  const { hypothesis, shift, signature } = one;
  const usual = signature.name === "shifted" ? 0 : shift;
  let [most, best, first, last] = [0, -1, -1, -1];
  for (let row = 0; row < steps.length; row++) {
    const update = subject.update(row);
    const off = Math.abs(subject.rate(row) - subject.plain(update + usual));
    if (off <= subject.tolerance(row) || !subject.explains((k) => hypothesis.at(k), row, shift)) continue;
    if (first < 0) first = row;
    last = row;
    if (off > most) [most, best] = [off, row];
  }
  const rows = new Set([first, best, last].filter((row) => row >= 0));
  return [...rows]
    .sort((a, b) => a - b)
    .slice(0, TOLD)
    .map((row) => told(subject, steps, one, row, usual));
}

function told(
  subject: Subject,
  steps: Float64Array,
  { hypothesis, shift }: Judged,
  row: number,
  usual: number,
): string {
  const update = subject.update(row);
  const step = `${subject.unitOfLog} ${format(steps[row] as number)}`;
  const own = subject.position(update + usual);
  const position = hypothesis.position?.(update + shift);
  const plain = rateText(subject.plain(update + usual));
  const head = `at ${step} the log has ${rateText(subject.rate(row))}; the plan's value is ${plain} there`;
  if (position === undefined || !(position >= 0) || position === own) return head;
  const there = `${rateText(subject.at(position))} at ${subject.unit} ${format(Number(position.toFixed(2)))}`;
  return `${head} and ${there}`;
}
