import type { Hypothesis, Signature } from "./hypothesis.ts";
import type { Subject } from "./subject.ts";

/** A guess, held against rows. */
export interface Tried {
  readonly signature: Signature;
  readonly hypothesis: Hypothesis;
  readonly shift: number;
  /** How many rows it does not explain. */
  readonly missed: number;
  /** What it assumes and what it leaves, in bits; the least is the best. */
  readonly total: number;
}

/** A guess that was held against all rows. */
export interface Judged extends Tried {
  /** How many rows tell it from the plan, and how many of those it explains. */
  readonly informative: number;
  readonly explained: number;
  /** Whether it explains the log. */
  readonly fits: boolean;
}

/** How many guesses are held against all rows, and how many of one signature. */
const FINAL = 18;
const FINAL_EACH = 2;
/** What a shift assumes, in bits. */
const SHIFT = 0.5;
/** The share of all rows, and of those that tell it from the plan, that a guess may leave unexplained. */
const LEFT = 0.01;
const LEFT_INFORMATIVE = 0.05;

/** Holds every guess of every signature, with every shift, against the sampled rows, and the best of them against all. */
export function judge(subject: Subject, signatures: readonly Signature[]): readonly Judged[] {
  const { sample, logged } = subject;
  const scale = logged.updates.length / sample.length;
  const tried: Tried[] = [];
  for (const signature of signatures) {
    for (const hypothesis of signature.find(subject)) {
      const at = (update: number) => hypothesis.at(update);
      for (const shift of hypothesis.shifts ?? logged.shifts) {
        let missed = 0;
        for (const row of sample) missed += +!subject.explains(at, row, shift);
        tried.push(weigh({ signature, hypothesis, shift, missed: missed * scale }));
      }
    }
  }
  tried.sort((a, b) => a.total - b.total);
  const count = new Map<Signature, number>();
  const final = tried.filter(({ signature }) => {
    const before = count.get(signature) ?? 0;
    count.set(signature, before + 1);
    return before < FINAL_EACH;
  });
  const judged = final.slice(0, FINAL).map((one) => judgeOne(subject, one));
  return judged.sort((a, b) => +b.fits - +a.fits || a.total - b.total);
}

function weigh(one: Omit<Tried, "total">): Tried {
  return { ...one, total: one.hypothesis.cost + (one.shift === 0 ? 0 : SHIFT) + one.missed };
}

function judgeOne(subject: Subject, tried: Tried): Judged {
  const { hypothesis, shift, signature } = tried;
  const rows = subject.logged.updates.length;
  const at = (update: number) => hypothesis.at(update);
  // A shift is told from the plan as it stands, all else from the plan after the same shift.
  const usual = signature.name === "shifted" ? 0 : shift;
  let [missed, informative, explained, onRamp] = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const update = subject.update(row);
    const fits = subject.explains(at, row, shift);
    if (!fits) missed++;
    const plain = subject.plain(update + usual);
    if (Math.abs(at(update + shift) - plain) <= subject.tolerance(row) && fits) continue;
    informative++;
    if (!fits) continue;
    explained++;
    onRamp += +subject.isRamp(update + usual);
  }
  // With a convention a log agrees: then every row has to.
  const left = signature.severity === "info" ? 0 : LEFT * rows;
  const isShown = informative > 0 && (!signature.ramp || onRamp > 0);
  const fits = missed <= left && isShown && explained >= (1 - LEFT_INFORMATIVE) * informative;
  return { ...weigh({ signature, hypothesis, shift, missed }), informative, explained, fits };
}
