import type { Condition, Counted, Loop, Looped, Managed, Prepared, Stepped } from "../stepped.ts";
import { Call, type Place, Unknown, type Value } from "../value.ts";

/** What something is read inside of: a loop, a condition that is not known, or what a `with` statement calls. */
type Around = Loop | Condition | Call;

/** How many calls of `step()` are kept at most. */
const MOST = 10_000;

function isLoop(around: Around): around is Loop {
  return "variable" in around && "over" in around;
}

function isCondition(around: Around): around is Condition {
  return "holds" in around;
}

/** What is being read inside of what, and where something is stepped in it. */
export class Surroundings {
  readonly steps: Stepped[] = [];
  /** Where that is told an update, as timm's are. */
  readonly stepsByUpdate: Stepped[] = [];
  /** What by its name makes an update of a model's parameters. */
  readonly updates: Stepped[] = [];
  /** What a trainer steps that is given it. */
  readonly managed: Map<Value, Managed> = new Map();
  /** What Accelerate is given to prepare, by itself and by its name. */
  readonly prepared: Map<Value, Prepared> = new Map();
  /** The loops that are in no other and under no condition that is not known. */
  readonly outermost: Loop[] = [];
  /** What loops count up. */
  readonly counted: Counted[] = [];
  /** What is called in loops. */
  readonly looped: Map<Call, Looped> = new Map();
  readonly #around: Around[] = [];
  /** How many loops are gone through turn by turn. */
  turning = 0;
  #order = 0;

  /** Whether it is in a loop. */
  get inLoop(): boolean {
    return this.turning > 0 || this.#around.some(isLoop);
  }

  /** Whether what is read is done in every case. */
  get isSure(): boolean {
    return !this.inLoop && this.around.conditions.length === 0;
  }

  /** The loops and the conditions that are around what is read. */
  get around(): Pick<Stepped, "loops" | "conditions" | "decided"> {
    const decided = this.#around.filter(isCondition);
    const conditions = decided.map(({ text, holds }) => (holds ? text : `not (${text})`));
    return { loops: this.#around.filter(isLoop), conditions, decided };
  }

  /** Reads what is inside of something. */
  inside<T>(around: Around, read: () => T): T {
    if (isLoop(around) && this.outermost.length < MOST && this.#around.every((one) => one instanceof Call)) {
      this.outermost.push(around);
    }
    this.#around.push(around);
    try {
      return read();
    } finally {
      this.#around.pop();
    }
  }

  /** Notes that something is stepped, with so many arguments and the first of them, by `step` or by `step_update`. */
  step(scheduler: Value, place: Place, count: number, value: Value | undefined, isByUpdate: boolean): void {
    const told = value instanceof Unknown ? value.name : undefined;
    this.#note({ scheduler, place, count, told, value }, isByUpdate ? this.stepsByUpdate : this.steps);
  }

  /** Notes what makes an update. */
  update(name: string, place: Place): void {
    this.#note({ scheduler: name, place, count: 0 }, this.updates);
  }

  /** Notes that something is called, where that is in a loop. */
  called(call: Call): void {
    const { loops, decided } = this.around;
    if (this.inLoop) this.looped.set(call, { loops, decided, order: this.#order++ });
  }

  /** Notes that a name is counted up. */
  count(name: string, by: number): void {
    if (this.counted.length >= MOST) return;
    const { loops, decided } = this.around;
    if (loops.length > 0) this.counted.push({ name, by, loops, decided, order: this.#order++ });
  }

  #note(called: Pick<Stepped, "scheduler" | "place" | "count" | "told" | "value">, into: Stepped[]): void {
    if (into.length >= MOST) return;
    const { loops, conditions, decided } = this.around;
    const inner = this.#around.slice(this.#around.indexOf(loops.at(-1) as Loop) + 1);
    const contexts = inner.filter((one) => one instanceof Call);
    into.push({ ...called, loops, contexts, conditions, decided, order: this.#order++ });
  }
}
