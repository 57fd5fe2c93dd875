import type { Elsewhere, Ports } from "../port.ts";
import { deepspeed } from "./deepspeed.ts";
import { fairseq } from "./fairseq.ts";
import { megatron } from "./megatron.ts";
import { pytorchWarmup } from "./pytorchWarmup.ts";
import { timm } from "./timm.ts";
import { torchtitan } from "./torchtitan.ts";
import { transformers } from "./transformers.ts";

/** By framework: what a user of it writes here, or the test that compares the whole of it. */
export const PORTS: Readonly<Record<string, Ports | Elsewhere>> = {
  deepspeed,
  fairseq,
  megatron,
  pytorchWarmup,
  timm,
  torchtitan,
  transformers,
};
