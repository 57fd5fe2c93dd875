import type { Elsewhere, Ports } from "../port.ts";
import { composer } from "./composer.ts";
import { deepspeed } from "./deepspeed.ts";
import { detectron2 } from "./detectron2.ts";
import { fairseq } from "./fairseq.ts";
import { fastai } from "./fastai.ts";
import { fvcore } from "./fvcore.ts";
import { ignite } from "./ignite.ts";
import { keras } from "./keras.ts";
import { megatron } from "./megatron.ts";
import { mmengine } from "./mmengine.ts";
import { mxnet } from "./mxnet.ts";
import { optax, optax64 } from "./optax.ts";
import { pytorchWarmup } from "./pytorchWarmup.ts";
import { timm } from "./timm.ts";
import { torchtitan } from "./torchtitan.ts";
import { transformers } from "./transformers.ts";

/** By framework: what a user of it writes here, or the test that compares the whole of it. */
export const PORTS: Readonly<Record<string, Ports | Elsewhere>> = {
  composer,
  deepspeed,
  detectron2,
  fairseq,
  fastai,
  fvcore,
  ignite,
  keras,
  megatron,
  mmengine,
  mxnet,
  optax,
  optax64,
  pytorchWarmup,
  timm,
  torchCurrent: { elsewhere: "torchCurrent.test.ts" },
  torchtitan,
  transformers,
};
