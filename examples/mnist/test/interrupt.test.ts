import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Interrupt, Interrupted } from "../src/interrupt.ts";

let interrupt: Interrupt;
let now: number;
const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);

beforeEach(() => {
  now = 0;
  exit.mockClear();
  vi.spyOn(performance, "now").mockImplementation(() => now);
  interrupt = new Interrupt();
  interrupt.listen();
});

afterEach(() => interrupt.ignore());

describe("Interrupt", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("remembers %s, and ends nothing", (signal) => {
    expect(interrupt.signal).toBeUndefined();
    process.emit(signal, signal);
    expect(interrupt.signal).toBe(signal);
    expect(exit).not.toHaveBeenCalled();
  });

  it("takes what follows within half a second for the same Ctrl-C, and a later one for a second", () => {
    process.emit("SIGINT", "SIGINT");
    now = 400;
    process.emit("SIGINT", "SIGINT");
    expect(exit).not.toHaveBeenCalled();
    now = 600;
    process.emit("SIGINT", "SIGINT");
    expect(exit).toHaveBeenCalledWith(130);
  });

  it("leaves signals alone once told to", () => {
    expect(process.listenerCount("SIGTERM")).toBe(1);
    interrupt.ignore();
    expect(process.listenerCount("SIGTERM")).toBe(0);
  });
});

describe("Interrupted", () => {
  it("has the shell's exit code of the signal, and says where", () => {
    expect(new Interrupted("SIGINT", "epoch 2", "runs/a").exitCode).toBe(130);
    expect(new Interrupted("SIGTERM", "epoch 2", "runs/a").exitCode).toBe(143);
    expect(new Interrupted("SIGHUP", "epoch 2, step 3 of 9", "runs/a").message).toBe(
      "Stopped by SIGHUP at epoch 2, step 3 of 9. Everything so far is saved in runs/a.",
    );
  });
});
