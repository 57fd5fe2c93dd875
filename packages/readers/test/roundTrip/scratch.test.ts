import { appendFileSync, writeFileSync } from "node:fs";
import { it } from "vitest";
import { SOURCES } from "./sources.ts";
import { TARGETS } from "./targets.ts";
import { trip } from "./trip.ts";

const OWN: Record<string, string[]> = { torch: ["pytorch"], transformers: ["huggingFace", "trainingArguments"] };
it("scratch", () => {
  const every = Number(process.env.EVERY ?? 20);
  writeFileSync("/tmp/rt.txt", "");
  for (const [name, make] of Object.entries(SOURCES)) {
    if (process.env.ONLY && !process.env.ONLY.split(",").includes(name)) continue;
    const t0 = performance.now();
    let subjects;
    subjects = make({ every, from: Number(process.env.FROM ?? 0), all: 2000 });
    const t1 = performance.now();
    for (const target of OWN[name] ?? (TARGETS[name] ? [name] : [])) {
      const counts: Record<string, number> = {};
      const examples: Record<string, string[]> = {};
      for (const s of subjects) {
        const r = trip(s, TARGETS[target]!);
        counts[r.as] = (counts[r.as] ?? 0) + 1;
        if ("why" in r) {
          const k = `${r.as}: ${r.why.replace(/[\d.e+-]+/g, "#").slice(0, 160)}`;
          (examples[k] ??= []).push(
            `${s.name} ${r.why} ${JSON.stringify(s.plan).slice(0, 500)} ${JSON.stringify(s.run)}\n${"code" in r ? r.code : ""}`,
          );
        }
      }
      appendFileSync(
        "/tmp/rt.txt",
        `== ${name} -> ${target}: ${JSON.stringify(counts)} (${Math.round(t1 - t0)} ms read, ${Math.round(performance.now() - t1)} ms trips)\n`,
      );
      for (const [k, v] of Object.entries(examples))
        appendFileSync(
          "/tmp/rt.txt",
          `  ${v.length} × ${k}\n      ${v.slice(0, 1).join("").slice(0, 1500).replaceAll("\n", "\n      ")}\n`,
        );
    }
  }
}, 600000);
