import { duration } from "./duration.ts";

/** How far the run has come. */
export interface Position {
  readonly epoch: number;
  /** The learning rate in force, as text. */
  readonly lr: string;
  /** Steps done since the start of training. */
  readonly step: number;
}

/** Shows that a long job is alive, how fast it is and when it will be done. */
export interface Progress {
  update(position: Position): void;
  /** Prints a line that stays. */
  print(line: string): void;
  /** Takes the bar off the screen. */
  stop(): void;
}

const BAR_WIDTH = 20;
const BAR_INTERVAL_MS = 100;

/** Without a terminal, silence would look like a hang; with a line every so often, a log stays short. */
const PLAIN_INTERVAL_MS = 30_000;

/**
 * A bar on a terminal; plain lines on a pipe, in a file and in CI. `doneSteps` are those of an earlier process, which
 * do not count as this one's speed.
 */
export function createProgress(epochs: number, totalSteps: number, doneSteps: number): Progress {
  const describe = statusText(epochs, totalSteps, doneSteps);
  const isTerminal = process.stdout.isTTY && process.env.TERM !== "dumb" && !process.env.CI;
  return isTerminal ? new Bar(totalSteps, describe) : new PlainLines(totalSteps, describe);
}

type Describe = (position: Position) => string;

function statusText(epochs: number, totalSteps: number, doneSteps: number): Describe {
  const start = performance.now();
  return ({ epoch, lr, step }) => {
    const speed = (step - doneSteps) / ((performance.now() - start) / 1000);
    const eta = speed > 0 ? duration((totalSteps - step) / speed) : "…";
    return `Epoch ${epoch}/${epochs} | lr ${lr} | ${Math.round(speed)} steps/s | ETA ${eta}`;
  };
}

/** One line at the bottom, drawn over itself. It changes no mode of the terminal, so that a kill leaves none behind. */
class Bar implements Progress {
  readonly #totalSteps: number;
  readonly #describe: Describe;
  #last = 0;
  #text = "";

  constructor(totalSteps: number, describe: Describe) {
    this.#totalSteps = totalSteps;
    this.#describe = describe;
  }

  update(position: Position): void {
    const now = performance.now();
    if (now - this.#last < BAR_INTERVAL_MS) return;
    this.#last = now;
    const done = position.step / this.#totalSteps;
    const filled = Math.floor(done * BAR_WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    this.#text = `${bar} ${Math.floor(100 * done)}% | ${this.#describe(position)}`;
    this.#draw("");
  }

  print(line: string): void {
    this.#draw(`${line}\n`);
  }

  stop(): void {
    this.#text = "";
    this.#draw("");
  }

  #draw(above: string): void {
    const room = (process.stdout.columns || 80) - 1;
    process.stdout.write(`\r\x1b[K${above}${this.#text.slice(0, room)}`);
  }
}

class PlainLines implements Progress {
  readonly #totalSteps: number;
  readonly #describe: Describe;
  #last = performance.now();

  constructor(totalSteps: number, describe: Describe) {
    this.#totalSteps = totalSteps;
    this.#describe = describe;
  }

  update(position: Position): void {
    if (performance.now() - this.#last < PLAIN_INTERVAL_MS) return;
    this.print(`${Math.floor((100 * position.step) / this.#totalSteps)}% | ${this.#describe(position)}`);
  }

  print(line: string): void {
    this.#last = performance.now();
    process.stdout.write(`${line}\n`);
  }

  stop(): void {}
}
