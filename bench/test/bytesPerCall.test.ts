import { describe, expect, it } from "vitest";
import { ROOMY } from "../harness/bytesPerCall.ts";
import { runSide } from "../harness/runSide.ts";

const harness = new URL("../harness/bytesPerCall.ts", import.meta.url).href;

/** Measures a loop of a million rounds in a process of its own. */
function measure(round: string, flags: readonly string[] = ROOMY): Promise<Readonly<Record<string, number>>> {
  const code = `import { bytesPerCall } from ${JSON.stringify(harness)};
    const kept = { value: undefined };
    const loop = () => { for (let i = 0; i < 1e6; i++) ${round}; return kept.value?.[0] ?? 1; };
    console.log(JSON.stringify(await bytesPerCall(1e6, loop)));`;
  return runSide({ command: [process.execPath, ...flags, "--import", "tsx", "--input-type=module", "-e", code] });
}

describe("bytesPerCall", () => {
  it("is 0 for work that allocates nothing", async () => {
    expect(await measure("kept.other = i")).toEqual({ bytes: 0, check: 1 });
  });

  it("counts what is allocated: four words for an array and three for its one entry", async () => {
    expect((await measure("kept.value = [i]")).bytes).toBe(7 * 8);
  });

  it("refuses to count when something was collected meanwhile", async () => {
    const narrow = measure("kept.value = [i]", ["--expose-gc", "--max-semi-space-size=1"]);
    await expect(narrow).rejects.toThrow("the heap was collected while it was measured");
  });
});
