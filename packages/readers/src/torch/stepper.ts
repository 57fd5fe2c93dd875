/** A param group as PyTorch's schedulers see and change it. */
export interface Group {
  lr: number;
  initialLr?: number;
  /** Momentum, or the first of `betas`. */
  momentum?: number;
}

/** What a {@link Rule} is told. */
export interface Now {
  /** The rate in force. */
  readonly rate: number;
  /** The scheduler's own `base_lrs`. */
  readonly base: number;
  /** Its `last_epoch`. */
  readonly epoch: number;
  /** Whether its constructor, or a SequentialLR, makes the first step. */
  readonly initial: boolean;
  /** Its `_step_count`. */
  readonly calls: number;
}

/** The arithmetic of one of PyTorch's classes. */
export interface Rule {
  /** What `step()` does before, told the `last_epoch` until now. */
  advance?(epoch: number): void;
  /** `get_lr()`. */
  next(now: Now): number;
  /** `_get_closed_form_lr()`, which a SequentialLR enters a part by. */
  closed?(now: Now): number;
  /** What `get_lr()` makes of momentum. */
  momentum?(now: Now): number;
}

/** What steps one param group as PyTorch's schedulers do. */
export interface Stepping {
  initialStep(): void;
  step(): void;
  /** `_update_lr(0)`. */
  restart(): void;
  /** What a SequentialLR that takes it over does to its `last_epoch`. */
  undo(): void;
}

/**
 * PyTorch's `LRScheduler` for one param group, step after step: what plans are measured against before they are answered.
 *
 * Source: PyTorch 2.15 `torch.optim.lr_scheduler.LRScheduler`.
 */
export class Stepper implements Stepping {
  base: number;
  #epoch = -1;
  #calls = 0;
  #initial = false;

  constructor(
    readonly group: Group,
    readonly rule: Rule,
  ) {
    group.initialLr ??= group.lr;
    this.base = group.initialLr;
    this.initialStep();
  }

  initialStep(): void {
    this.#calls = 0;
    this.#initial = true;
    this.step();
    this.#initial = false;
  }

  step(): void {
    this.#calls++;
    this.rule.advance?.(this.#epoch);
    this.#epoch++;
    this.#write("next");
  }

  restart(): void {
    this.#epoch = 0;
    this.#write(this.rule.closed ? "closed" : "next");
  }

  undo(): void {
    this.#epoch--;
  }

  #write(which: "next" | "closed"): void {
    const { group, rule, base } = this;
    const now: Now = { rate: group.lr, base, epoch: this.#epoch, initial: this.#initial, calls: this.#calls };
    group.lr = (rule[which] as Rule["next"])(now);
    if (rule.momentum) group.momentum = rule.momentum(now);
  }
}
