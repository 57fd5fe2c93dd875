import type { Elsewhere, Ports } from "../port.ts";
import { deepspeed } from "./deepspeed.ts";
import { megatron } from "./megatron.ts";
import { pytorchWarmup } from "./pytorchWarmup.ts";
import { timm } from "./timm.ts";
import { transformers } from "./transformers.ts";

/** By framework: what a user of it writes here, or the test that compares the whole of it. */
export const PORTS: Readonly<Record<string, Ports | Elsewhere>> = {
  deepspeed,
  megatron,
  pytorchWarmup,
  timm,
  transformers,
};
