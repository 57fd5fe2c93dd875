import { getBackend, getKernel } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { startBackend } from "../src/backend.ts";

describe("startBackend", () => {
  it("runs on WebAssembly, and leaves no listener behind that would throw errors again", async () => {
    const mine = () => {};
    process.on("uncaughtException", mine);
    const events = ["uncaughtException", "unhandledRejection"] as const;
    const before = events.map((event) => process.rawListeners(event));
    await startBackend();
    expect(getBackend()).toBe("wasm");
    expect(events.map((event) => process.rawListeners(event))).toEqual(before);
    expect(before[0]).toContain(mine);
    process.off("uncaughtException", mine);
  });

  it("takes the faster matrix product", async () => {
    await startBackend();
    const kernel = getKernel("BatchMatMul", "wasm");
    await startBackend();
    expect(getKernel("BatchMatMul", "wasm")).toBe(kernel);
    expect(String(kernel.kernelFunc)).toContain("flipped");
  });
});
