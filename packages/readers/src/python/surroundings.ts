import type { Loop, Managed, Stepped } from "../stepped.ts";
import { Call, type Place, type Value } from "../value.ts";

/** What something is read inside of: a loop, a condition that is not known, or what a `with` statement calls. */
type Around = Loop | string | Call;

/** How many calls of `step()` are kept at most. */
const MOST = 10_000;

/** What is being read inside of what, and where something is stepped in it. */
export class Surroundings {
  readonly steps: Stepped[] = [];
  /** What by its name makes an update of a model's parameters. */
  readonly updates: Stepped[] = [];
  /** What a trainer steps that is given it. */
  readonly managed: Map<Value, Managed> = new Map();
  /** The loops that are in no other and under no condition that is not known. */
  readonly outermost: Loop[] = [];
  readonly #around: Around[] = [];
  /** How many loops are gone through turn by turn. */
  turning = 0;

  /** Whether it is in a loop. */
  get inLoop(): boolean {
    return this.turning > 0 || this.#around.some((one) => typeof one !== "string" && !(one instanceof Call));
  }

  /** Reads what is inside of something. */
  inside<T>(around: Around, read: () => T): T {
    const isLoop = typeof around !== "string" && !(around instanceof Call);
    if (isLoop && this.outermost.length < MOST && this.#around.every((one) => one instanceof Call)) {
      this.outermost.push(around);
    }
    this.#around.push(around);
    try {
      return read();
    } finally {
      this.#around.pop();
    }
  }

  /** Notes that something is stepped, with so many arguments, of which the first is told. */
  step(scheduler: Value, place: Place, count: number, told?: string): void {
    this.#note({ scheduler, place, count, told }, this.steps);
  }

  /** Notes what makes an update. */
  update(name: string, place: Place): void {
    this.#note({ scheduler: name, place, count: 0 }, this.updates);
  }

  #note(called: Pick<Stepped, "scheduler" | "place" | "count" | "told">, into: Stepped[]): void {
    if (into.length >= MOST) return;
    const loops = this.#around.filter((one): one is Loop => typeof one !== "string" && !(one instanceof Call));
    const conditions = this.#around.filter((one) => typeof one === "string");
    const inner = this.#around.slice(this.#around.indexOf(loops.at(-1) as Loop) + 1);
    const contexts = inner.filter((one) => one instanceof Call);
    into.push({ ...called, loops, contexts, conditions });
  }
}
