import type { Collector } from "../collector.ts";
import { ByteQueue } from "./byteQueue.ts";
import { type LoggedEvent, readEvent } from "./event.ts";
import { maskedCrc } from "./maskedCrc.ts";
import { FOOTER, HEADER, recordHeader } from "./recordHeader.ts";

/** Records that are longer have pictures or graphs, and no numbers of a log. */
const LONGEST = 8 * 2 ** 20;

/**
 * Reads an event file of TensorBoard: records of length, checksum, data, checksum. A record whose data were damaged is
 * passed over; after one whose length was, nothing more can be found.
 */
export async function readTensorBoard(chunks: AsyncIterable<Uint8Array>, collector: Collector): Promise<void> {
  const queue = new ByteQueue(chunks);
  const step = collector.columns.indexOf(collector.options.stepColumn ?? "step");
  const { findings } = collector;
  for (;;) {
    const path = `byte ${queue.position}`;
    const header = queue.ready(HEADER) ?? (await queue.take(HEADER));
    if (header.length === 0) return;
    if (header.length < HEADER) return findings.note(`the last event is cut off at ${path}`);
    const length = recordHeader(header);
    if (length === undefined) return findings.problem(path, "an event", "damaged data, after which nothing was read");
    if (length > LONGEST) {
      if ((await queue.skip(length + FOOTER)) < length + FOOTER)
        return findings.note(`the last event is cut off at ${path}`);
      findings.count("events of more than 8 MiB were passed over", path);
      continue;
    }
    const record = queue.ready(length + FOOTER) ?? (await queue.take(length + FOOTER));
    if (record.length < length + FOOTER) return findings.note(`the last event is cut off at ${path}`);
    const data = record.subarray(0, length);
    const sum = new DataView(record.buffer, record.byteOffset + length, FOOTER).getUint32(0, true);
    if (sum !== maskedCrc(data)) {
      findings.problem(path, "an event with its checksum", "damaged data, which were passed over");
      continue;
    }
    let event: LoggedEvent;
    try {
      event = readEvent(data);
    } catch {
      findings.problem(path, "an event", "data of another kind, which were passed over");
      continue;
    }
    for (const { tag, value } of event.scalars) {
      const column = collector.columns.indexOf(tag);
      if (column < 0 || column === step) continue;
      collector.cell(step, event.step, path);
      collector.cell(column, value, path);
      collector.end(path);
    }
  }
}
