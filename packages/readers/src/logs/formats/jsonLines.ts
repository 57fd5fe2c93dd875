import type { Collector } from "../collector.ts";
import { shown } from "../findings.ts";
import { linesOf } from "../lines.ts";
import { parseRecord } from "./parseRecord.ts";
import { readRecord } from "./record.ts";

/** What a record in a line begins with. */
const BEGINS = /\{\s*(?:["']|\})/;

/** Reads a record a line, in JSON or as Python prints dictionaries; text before, between and after them is passed over. */
export async function readJsonLines(chunks: AsyncIterable<Uint8Array>, collector: Collector): Promise<void> {
  const { findings } = collector;
  for await (const lines of linesOf(chunks)) {
    for (const { text, number, cut, ended } of lines) {
      const path = `line ${number}`;
      const from = BEGINS.exec(text)?.index;
      if (from === undefined) continue;
      if (cut) {
        collector.unread++;
        findings.count("lines of more than 4 MiB were passed over", path);
        continue;
      }
      const record = parseRecord(text.slice(from, text.lastIndexOf("}") + 1));
      if (record) readRecord(record, path, collector);
      else if (!ended) findings.note(`the last line is cut off: ${path} was not read`);
      else {
        collector.unread++;
        findings.problem(path, "a record", shown(text.slice(from)));
      }
    }
  }
}
