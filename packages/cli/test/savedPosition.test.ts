import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("goes on from where a framework's saved state is", async () => {
  const file = join(folder, "state.json");
  const state = { T_max: 20, eta_min: 0, base_lrs: [0.1], last_epoch: 7, _step_count: 8, _last_lr: [0.0727] };
  writeFileSync(file, JSON.stringify(state));
  const words = ["resume", file, "--steps", "20", "--with", "steps=40"];
  expect((await anneal(words)).out).toContain("stopped after update 7 (35 % of 20)");
  expect((await anneal([...words, "--at", "9"])).out).toContain("stopped after update 9");
});
