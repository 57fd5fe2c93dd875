import { PlanError } from "../error.ts";
import { evaluate, startsOf } from "../evaluate.ts";
import type { Functions } from "../kind.ts";
import type { Piece } from "../piece.ts";
import { piecesOf } from "../piecesOf.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";

/** More parts than these are no stairs that somebody wrote down. */
const MOST_HELD = 64;

/** A plan in its run, and what guesses have to know of its shape. All times are its own steps. */
export class Course {
  readonly #at: (position: number) => number;
  /** Where the plan changes its formula. */
  readonly seams: readonly number[];
  /** The rate of each part that holds one, undefined of one that does not; none of a plan of one part or of very many. */
  readonly held: readonly (number | undefined)[];
  /** Where the first climb ends; undefined where the plan does not begin with one. */
  readonly warmup: number | undefined;
  /** Whether all of its levels are shares of the base rate. */
  readonly isRelative: boolean;
  /** The last part from start to end, where it is a cosine. */
  readonly wave: { readonly start: number; readonly end: number } | undefined;
  /** Whether the plan is another one where the run has another total. */
  readonly scales: boolean;
  /** Where the plan itself ends: it holds from there on, or a wave turns there; undefined of stairs, and without an end. */
  readonly end: number | undefined;

  constructor(
    readonly plan: Plan,
    readonly run: Run,
    readonly functions: Functions | undefined,
  ) {
    const pieces = piecesOf(plan, run, functions);
    const at = evaluate(pieces);
    this.#at = (position) => at(position);
    this.seams = [...startsOf(pieces)].slice(1, -1);
    this.held = this.#held();
    this.warmup = this.#climb();
    this.isRelative = this.#isRelative();
    this.wave = this.#lastCosine();
    this.scales = this.#isOther();
    this.end = this.#end();
  }

  /** The plan's value, or for a last part that is a cosine, the wave that goes on past its end, as frameworks have it. */
  onward(position: number): number {
    const { wave } = this;
    if (!wave || position <= wave.end) return this.#at(position);
    const length = wave.end - wave.start;
    const gone = (position - wave.start) % (2 * length);
    return this.#at(wave.start + Math.min(gone, 2 * length - gone));
  }

  /** The plan's value after so many of its own steps. */
  at(position: number): number {
    return this.#at(position);
  }

  /** The same plan, or another, with other facts; undefined where it cannot be built. */
  built(run: Run, plan: Plan = this.plan): ((position: number) => number) | undefined {
    const pieces = this.#piecesOf(run, plan);
    return pieces && evaluate(pieces);
  }

  #piecesOf(run: Run, plan: Plan): readonly Piece[] | undefined {
    try {
      return piecesOf(plan, run, this.functions);
    } catch (error) {
      if (error instanceof PlanError) return undefined;
      throw error;
    }
  }

  /** Whether it is stairs that somebody wrote down, of which a step may stand anywhere. */
  get isStairs(): boolean {
    return this.held.length > 0 && !this.held.includes(undefined);
  }

  /** Whether it has no total: no end of its own, and times that no total of the run moves. */
  get isEndless(): boolean {
    return this.end === undefined && !this.scales;
  }

  #held(): readonly (number | undefined)[] {
    const { seams } = this;
    if (!seams[0] || seams.length > MOST_HELD) return [];
    return [0, ...seams].map((start, i) => {
      const end = seams[i] ?? start + 4;
      const rate = this.at(start);
      return [0.25, 0.5, 0.75].every((share) => this.at(start + share * (end - start)) === rate) ? rate : undefined;
    });
  }

  #climb(): number | undefined {
    let end: number | undefined;
    let height = this.at(0);
    for (const seam of this.seams) {
      const value = this.at(seam);
      if (!(value > height)) break;
      [end, height] = [seam, value];
    }
    return end;
  }

  #isRelative(): boolean {
    const { base } = this.run;
    const doubled = base === undefined ? undefined : this.built({ ...this.run, base: 2 * base });
    const [start, end] = [0, this.run.steps ?? this.seams.at(-1) ?? 1];
    const same = (position: number) =>
      Math.abs((doubled?.(position) ?? 0) - 2 * this.at(position)) <= 1e-9 * Math.abs(this.at(position));
    return [start, 0.1 * end, 0.3 * end, 0.5 * end, 0.7 * end, end].every(same);
  }

  #lastCosine(): { start: number; end: number } | undefined {
    const { seams, plan } = this;
    const parts = plan.kind === "sequence" ? plan.parts : [plan];
    const last = parts.at(-1) as Plan | { readonly plan: Plan };
    if (("kind" in last ? last : last.plan).kind !== "cosine") return undefined;
    const [start = 0, end] = seams.length > 1 ? seams.slice(-2) : [0, seams[0]];
    return end === undefined ? undefined : { start, end };
  }

  #end(): number | undefined {
    const text = JSON.stringify(this.plan);
    // A wave's first half is the cosine of its times.
    const once = text.replaceAll('"kind":"cosineWave"', '"kind":"cosine"');
    const pieces = once === text ? undefined : this.#piecesOf(this.run, JSON.parse(once));
    const end = pieces ? startsOf(pieces).at(-2) : this.seams.at(-1);
    if (!end || this.isStairs || end === this.warmup) return undefined;
    const at = pieces ? evaluate(pieces) : this.#at;
    return [1.1, 1.5, 2].every((times) => at(times * end) === at(end)) ? end : undefined;
  }

  #isOther(): boolean {
    const total = this.run.steps;
    if (total === undefined) return false;
    const other = this.built({ ...this.run, steps: 1.5 * total });
    return !!other && [0.1, 0.3, 0.5, 0.7, 0.9, 0.999].some((share) => other(share * total) !== this.at(share * total));
  }
}
