import { linear, Scheduler } from "anneal";
import { bytesPerCall } from "../../harness/bytesPerCall.ts";
import { report } from "../../harness/report.ts";

const CALLS = 1e6;
const groups = Array.from({ length: Number(process.argv[2]) }, (_, i) => ({ lr: 1 + i }));
// Every step writes another rate to every group.
const plan = linear({ from: 0, to: "1x", over: 10 * CALLS });
const scheduler = new Scheduler({ paramGroups: groups }, { lr: plan });
// No sum here: where the compiler has not yet got to the loop, a sum of fractions is 16 bytes of its own.
const loop = () => {
  scheduler.seek(0);
  for (let call = 0; call < CALLS; call++) scheduler.step();
  return groups[0]?.lr ?? 0;
};
const { bytes, check } = await bytesPerCall(CALLS, loop);
report({ bytes: bytes / groups.length, check });
