import { writeFileSync } from "node:fs";
import { it } from "vitest";
import { count, total } from "./counts.ts";
import { SOURCES } from "./sources.ts";
import { TARGETS, type Target } from "./targets.ts";

const OWN: Record<string, string[]> = {
  torch: ["pytorch"],
  transformers: ["huggingFace", "trainingArguments"],
  ignite: [],
};
it("full", () => {
  const out: string[] = [];
  for (const [source, make] of Object.entries(SOURCES)) {
    if (!["torch","transformers","deepspeed","mmengine"].includes(source)) continue; const all = make({ every: 1, all: 20_000 });
    for (const target of OWN[source] ?? [source]) {
      const c = count(all, TARGETS[target] as Target);
      out.push(
        `OWN ${source} -> ${target}: ${c.configurations} idiom ${c.idiom} formula ${c.formula} notRead ${total(c.notRead)} refused ${total(c.refused)} DIFFERENT ${c.different.length}`,
      );
      for (const d of c.different.slice(0, 4)) out.push(d.slice(0, 1500));
      for (const [w, n] of Object.entries(c.notRead)) out.push(`    ${n} notRead ${w}`);
      writeFileSync("/tmp/rtfull/own2.txt", out.join("\n"));
    }
  }
  const rows: string[] = [];
  for (const [source, make] of Object.entries(SOURCES)) {
    const every = make({ every: 1, all: 2000 });
    const each = Math.max(1, Math.floor(every.length / 200));
    const some = every.filter((_, i) => i % each === 0).slice(0, 200);
    const row = Object.entries(TARGETS).filter(([n]) => ["pytorch","huggingFace","trainingArguments","deepspeed","mmengine"].includes(n)).map(([name, t]) => {
      const c = count(some, t);
      if (c.different.length)
        rows.push(`DIFFERENT ${source} ${name}: ${c.different.slice(0, 3).join("\n").slice(0, 2500)}`);
      for (const [w, n] of Object.entries(c.notRead))
        if (!/functions|number alone/.test(w)) rows.push(`   notRead ${source} ${name} ${n}: ${w}`);
      for (const [w, n] of Object.entries(c.refused))
        if (!/no words/.test(w)) rows.push(`   refused ${source} ${name} ${n}: ${w}`);
      return `${name} ${c.idiom}/${c.formula}/${total(c.notRead)}/${total(c.refused)}/${c.different.length}`;
    });
    rows.push(`ROW ${source} (${some.length}): ${row.join(" | ")}`);
    writeFileSync("/tmp/rtfull/matrix2.txt", rows.join("\n"));
  }
}, 1_200_000);
