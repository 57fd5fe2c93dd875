import { axolotl } from "./axolotl/axolotl.ts";
import { composer } from "./composer/composer.ts";
import { deepspeed } from "./deepspeed/deepspeed.ts";
import { detectron2 } from "./detectron2/detectron2.ts";
import { maskrcnnBenchmark } from "./detectron2/maskrcnnBenchmark.ts";
import { fairseq } from "./fairseq/fairseq.ts";
import { fastai } from "./fastai/fastai.ts";
import type { Framework } from "./framework.ts";
import { plainFunction } from "./function/plainFunction.ts";
import { fvcore } from "./fvcore/fvcore.ts";
import { ignite } from "./ignite/ignite.ts";
import { keras } from "./keras/keras.ts";
import { megatron } from "./megatron/megatron.ts";
import { mmcv } from "./mmcv/mmcv.ts";
import { mmengine } from "./mmengine/mmengine.ts";
import { mxnet } from "./mxnet/mxnet.ts";
import { optax } from "./optax/optax.ts";
import { pytorchWarmup } from "./pytorchWarmup/pytorchWarmup.ts";
import { timm } from "./timm/timm.ts";
import { torch } from "./torch/torch.ts";
import { torchtitan } from "./torchtitan/torchtitan.ts";
import { diffusers } from "./transformers/diffusers.ts";
import { transformers } from "./transformers/transformers.ts";

/** Every framework that can be read; where two would take the same text, the first does. */
export const frameworks: readonly Framework[] = [
  torch,
  transformers,
  diffusers,
  axolotl,
  deepspeed,
  mmengine,
  mmcv,
  detectron2,
  maskrcnnBenchmark,
  composer,
  fastai,
  fvcore,
  ignite,
  keras,
  mxnet,
  optax,
  pytorchWarmup,
  timm,
  fairseq,
  megatron,
  torchtitan,
  plainFunction,
];

/** Those that are looked for in every text, and those that are where it has nothing of them. */
export const first: readonly Framework[] = frameworks.filter(({ otherwise }) => !otherwise);
export const otherwise: readonly Framework[] = frameworks.filter(({ otherwise }) => otherwise);
