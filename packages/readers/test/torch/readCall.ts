import { readAs } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { torch } from "../../src/torch/torch.ts";
import type { Call } from "../../src/value.ts";

/** What a text of one call is read as; a PlanError for what is wrong. */
export function readCall(call: Call, values: Values = {}): Reading {
  const document = { notation: "python", data: new Map(), place: () => undefined, calls: [call] } as const;
  const [reading] = readAs(torch, document, values);
  if (!reading) throw new Error(`${call.name} is none of PyTorch's`);
  return reading;
}
