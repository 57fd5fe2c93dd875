import { Impossible } from "../impossible.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Group, Stepping } from "../stepper.ts";
import { constructed } from "./constructed.ts";

/** PyTorch's SequentialLR: its constructor for one group, whose parts are constructed before. */
export function inTurnStepper(
  parts: readonly Scheduler[],
  milestones: readonly number[],
  group: Group,
  i: number,
): Stepping {
  return new InTurn(group, constructed(parts, group, i), milestones);
}

class InTurn implements Stepping {
  readonly #parts: readonly Stepping[];
  readonly #milestones: readonly number[];
  #epoch = 0;

  constructor(group: Group, parts: readonly Stepping[], milestones: readonly number[]) {
    this.#parts = parts;
    this.#milestones = milestones;
    group.lr = group.initialLr as number;
    this.undo();
    this.#partAt(0).initialStep();
  }

  initialStep(): void {
    this.step();
  }

  step(): void {
    this.#epoch++;
    const part = this.#partAt(this.#epoch);
    if (this.#milestones.includes(this.#epoch)) part.restart();
    else part.step();
  }

  restart(): void {
    throw new Impossible("a part that PyTorch can enter", "a SequentialLR in a SequentialLR");
  }

  undo(): void {
    for (const part of this.#parts) part.undo();
  }

  #partAt(epoch: number): Stepping {
    return this.#parts[this.#milestones.filter((milestone) => milestone <= epoch).length] as Stepping;
  }
}
