import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createProgress } from "../src/progress.ts";

const written: string[] = [];
const terminal = Object.getOwnPropertyDescriptor(process.stdout, "isTTY");
let now: number;

function output(isTerminal: boolean, env: Record<string, string> = {}): void {
  Object.defineProperty(process.stdout, "isTTY", { value: isTerminal, configurable: true });
  Object.defineProperty(process.stdout, "columns", { value: 80, configurable: true });
  vi.stubEnv("CI", "");
  vi.stubEnv("TERM", "xterm");
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
}

beforeEach(() => {
  now = 0;
  written.length = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  Object.defineProperty(process.stdout, "isTTY", terminal ?? { value: undefined, configurable: true });
});

describe("createProgress", () => {
  it("draws one line over itself on a terminal, with speed and time to go", () => {
    output(true);
    const progress = createProgress(10, 1000, 0);
    now = 2000;
    progress.update({ epoch: 2, lr: "0.01", step: 250 });
    expect(written).toEqual(["\r\x1b[K█████░░░░░░░░░░░░░░░ 25% | Epoch 2/10 | lr 0.01 | 125 steps/s | ETA 6.0s"]);
    progress.print("Epoch: 2");
    expect(written.at(-1)?.slice(0, 14)).toBe("\r\x1b[KEpoch: 2\n█");
    progress.stop();
    expect(written.at(-1)).toBe("\r\x1b[K");
  });

  it("draws ten times a second at most, and never wider than the terminal", () => {
    output(true);
    Object.defineProperty(process.stdout, "columns", { value: 30, configurable: true });
    const progress = createProgress(10, 1000, 0);
    for (now = 1000; now < 2000; now += 10) progress.update({ epoch: 0, lr: "0.01", step: now / 10 });
    expect(written).toHaveLength(10);
    for (const text of written) expect(text.slice(4)).toHaveLength(29);
  });

  it("counts only this process's steps as its speed", () => {
    output(true);
    const progress = createProgress(10, 1000, 500);
    now = 1000;
    progress.update({ epoch: 5, lr: "0.01", step: 600 });
    expect(written[0]).toContain("60% | Epoch 5/10 | lr 0.01 | 100 steps/s | ETA 4.0s");
  });

  it.each([
    ["on a pipe", false, {}],
    ["in CI", true, { CI: "true" }],
    ["on a terminal that cannot move its cursor", true, { TERM: "dumb" }],
  ] as const)("prints plain lines %s, and a sign of life every half minute", (_, isTerminal, env) => {
    output(isTerminal, env);
    const progress = createProgress(2, 100, 0);
    progress.update({ epoch: 0, lr: "0.01", step: 1 });
    now = 29_000;
    progress.update({ epoch: 0, lr: "0.01", step: 29 });
    expect(written).toEqual([]);
    now = 31_000;
    progress.update({ epoch: 0, lr: "0.01", step: 31 });
    progress.update({ epoch: 0, lr: "0.01", step: 32 });
    progress.print("Epoch: 0");
    progress.stop();
    expect(written).toEqual(["31% | Epoch 0/2 | lr 0.01 | 1 steps/s | ETA 1m 09s\n", "Epoch: 0\n"]);
  });
});
