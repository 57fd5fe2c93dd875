import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** npm passes on a Ctrl-C that the terminal has already sent to every process, so one key press arrives twice. */
const SAME_PRESS_MS = 500;

/**
 * Remembers that the user wants the run to stop, so that it can save a checkpoint first. A second Ctrl-C ends the
 * process at once.
 */
export class Interrupt {
  #signal: NodeJS.Signals | undefined;
  #since = 0;

  /** The signal that came, if one did. */
  get signal(): NodeJS.Signals | undefined {
    return this.#signal;
  }

  listen(): void {
    for (const signal of SIGNALS) process.on(signal, this.#receive);
  }

  ignore(): void {
    for (const signal of SIGNALS) process.off(signal, this.#receive);
  }

  readonly #receive = (signal: NodeJS.Signals): void => {
    if (this.#signal === undefined) {
      this.#signal = signal;
      this.#since = performance.now();
    } else if (performance.now() - this.#since > SAME_PRESS_MS) process.exit(signalExitCode(signal));
  };
}

/** Thrown when the run was stopped by a signal, after its checkpoint was saved. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals, place: string, folder: string) {
    super(`Stopped by ${signal} at ${place}. Everything so far is saved in ${folder}.`);
    this.exitCode = signalExitCode(signal);
  }
}

function signalExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
