import { deviationFrom } from "./deviation.ts";
import { evidenceOf } from "./evidence.ts";
import type { Subject } from "./subject.ts";
import type { Judged } from "./tried.ts";
import type { Explanation } from "./verdict.ts";

/** So many others are told. */
const OTHERS = 5;
/** Up to so many bits more than the best, what explains a log as well is a rival of it. */
const RIVAL = 5;
/** A rival is at least so likely as a share of the best, however much more it assumes: so that it is told, and neither is sure. */
const LEAST_RIVAL = 0.3;

/** What is so many bits more general and is the same curve in the whole run says the same in general terms, and is no rival. */
const GENERAL = 0.5;
/** What others that explain rows, and are no rivals, are told with at most. */
const OUTSIDER = 0.05;
/** So many updates of the run are compared, and so many of those between the rows where something happened. */
const COMPARED = 256;
const BETWEEN = 64;

/** The best guess of those that fit, and what else does or nearly does, each name once. */
export function explanationsOf(
  subject: Subject,
  steps: Float64Array,
  judged: readonly Judged[],
): {
  readonly best: Explanation | undefined;
  readonly others: readonly Explanation[];
} {
  const named = judged.filter(({ signature }, i) => judged.findIndex((one) => one.signature === signature) === i);
  const [first] = named;
  if (!first) return { best: undefined, others: [] };
  const rows = subject.logged.updates.length;
  const weights = named.map((one) => {
    if (one === first) return +one.fits;
    // A rate that never moves is not one that moves too little to be seen, but of stairs that may be still to come.
    if (first.signature.name === "neverScheduled" && (one.signature.general || isResume(one)) && !subject.isStairs)
      return 0;
    const more = one.total - first.total;
    if (!one.fits || more > RIVAL || (one.signature.general && more >= GENERAL && isSame(subject, first, one)))
      return 0;
    return Math.max(LEAST_RIVAL, 2 ** -more);
  });
  const sum = sumOf(weights) || 1;
  const shares = named.map((one) => {
    const share = (1 - one.missed / rows) * (one.informative > 0 ? one.explained / one.informative : 0);
    const { moved = 1, changes = 1 } = one.hypothesis.numbers;
    const { isStairs, seams } = subject;
    // However many rows lie between the steps of stairs, each step tells but once.
    const most = isStairs ? seams.length : 1 / 0;
    // What has a time of its own for each of several steps may be made of any stairs.
    const events = isStairs ? Math.max(moved, changes) : moved;
    const told = Math.min(one.explained, events > 1 ? Math.min(Math.max(seams.length - events + 1, 1), 2) : most);
    return share * (told / (told + 1));
  });
  // What the rivals leave is shared by the others.
  const left = 1 - sumOf(shares.map((share, i) => (share * (weights[i] as number)) / sum));
  const outsider = Math.min(OUTSIDER, left / weights.filter((weight) => weight === 0).length);
  const explanations = named.map((one, i) => {
    const weight = weights[i] as number;
    return explain(subject, steps, one, (shares[i] as number) * (weight > 0 ? weight / sum : outsider));
  });
  const rest = explanations.filter((_, i) => {
    const one = named[i] as Judged;
    return i > 0 || !one.fits ? one.fits || one.explained > 0.5 * one.informative : false;
  });
  return { best: first.fits ? explanations[0] : undefined, others: rest.slice(0, OTHERS) };
}

/** A guess that was held against all rows, as it is told. */
export function explain(subject: Subject, steps: Float64Array, one: Judged, confidence: number): Explanation {
  const { signature, hypothesis, shift } = one;
  const { name, title, severity, mend } = signature;
  const at = (update: number) => hypothesis.at(update);
  return {
    name,
    title: hypothesis.title ?? title,
    severity,
    confidence: Math.round(1000 * confidence) / 1000,
    text: hypothesis.text,
    mend: hypothesis.mend ?? mend,
    evidence: evidenceOf(subject, steps, one),
    numbers: hypothesis.numbers,
    shift,
    informative: one.informative,
    explained: one.explained,
    left: deviationFrom(subject, steps, at, shift),
    at: (step) => at(subject.updateOf(step) + shift),
  };
}

/** Whether it is one of a resume that no row shows. */
function isResume({ hypothesis, signature }: Judged): boolean {
  return signature.name === "rescaled" || hypothesis.unseen === true;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Whether two guesses are the same at all updates of the run, logged or not. */
function isSame(subject: Subject, a: Judged, b: Judged): boolean {
  const { good, bad } = subject.before;
  const isAll = (from: number, to: number, most: number) => {
    for (let i = 0; i <= most; i++) {
      const update = Math.round(from + (i * (to - from)) / most);
      const rates = [a, b].map(({ hypothesis, shift }) => hypothesis.at(update + shift)) as [number, number];
      if (Math.abs(rates[0] - rates[1]) > 1e-6 * subject.peak) return false;
    }
    return true;
  };
  const isBetween = bad === 1 / 0 || isAll(Math.max(good, 0), bad, Math.min(BETWEEN, bad - Math.max(good, 0)));
  return isBetween && isAll(0, Math.max(subject.last, subject.run.steps ?? 0), COMPARED);
}
