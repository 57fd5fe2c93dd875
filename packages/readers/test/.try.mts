import { readFileSync } from "node:fs";
import { read } from "/work/main/packages/readers/src/index.ts";
for (const f of process.argv.slice(2)) {
  console.log("==", f);
  try { for (const r of read(readFileSync("/work/main/packages/readers/test/wild/"+f,"utf8"))) console.log(JSON.stringify({n:r.name,fw:r.framework,place:r.place,program:r.program,run:r.run,bases:r.bases,unit:r.unit,fn:Object.keys(r.functions??{}),needs:r.needs.map(n=>n.name+" | "+n.why),notes:r.notes.map(n=>n.text),problems:r.problems})); } catch (e) { console.log(String((e as Error).message)); }
}
