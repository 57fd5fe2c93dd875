import { functions } from "anneal";
import { check, type Finding } from "anneal/check";
import { describe, expect, it } from "vitest";
import { RECIPES } from "../frozen/recipes.ts";
import { RUN } from "../frozen/run.ts";
import { saneConfigurations } from "./sane.ts";

/** What is warned of in configurations that somebody could train with, and why that is right. */
const WARNINGS: Readonly<Record<string, string>> = {
  "transformers AN007": "num_cycles: 1 is a whole wave, which ends at the peak",
  "deepspeed AN006": "its warm-ups leave the first two updates at 0",
  "deepspeed AN016": "its schedules have rates of their own, and the tables draw the optimizer's at random",
  "megatron AN008": "a decay that begins before the warm-up is over",
  "composer AN009": "steps that are longer than the run",
};

describe("configurations that somebody could train with", () => {
  const sane = saneConfigurations();
  const findings = sane.map(({ name, plans, run, bases, ported }): readonly [string, readonly Finding[]] => [
    name,
    check({ lr: plans }, run, { bases, functions: { ...functions, ...ported.functions } }),
  ]);
  const told = (severity: Finding["severity"]) =>
    findings.flatMap(([name, all]) =>
      all.filter((one) => one.severity === severity).map(({ code, text }) => ({ name, code, text })),
    );

  it("are hundreds, of six frameworks", () => {
    for (const framework of ["transformers", "timm", "composer", "torchtitan", "deepspeed", "megatron"]) {
      const all = sane.filter(({ name }) => name.startsWith(`${framework} `));
      expect(all.length, framework).toBeGreaterThanOrEqual(50);
    }
    expect(sane.length).toBeGreaterThan(700);
  });

  it("give no error", () => {
    expect(told("error")).toEqual([]);
  });

  it("give warnings only of what the framework really does", () => {
    const strange = told("warning").filter(({ name, code }) => !(`${name.split(" ")[0]} ${code}` in WARNINGS));
    expect(strange).toEqual([]);
    expect(told("warning").length).toBeLessThan(0.12 * sane.length);
  });
});

describe("the frozen recipes", () => {
  it("give no error", () => {
    const keys: Readonly<Record<string, string>> = { "oneCycle, momentum": "momentum", weightDecayRamp: "weightDecay" };
    const all = Object.entries(RECIPES);
    expect(all.length).toBeGreaterThan(30);
    for (const [name, plan] of all) {
      const found = check({ [keys[name] ?? "lr"]: plan }, RUN, { functions });
      expect(
        found.filter(({ severity }) => severity === "error"),
        name,
      ).toEqual([]);
    }
  });
});
