import { composer } from "./composer.ts";
import { deepSpeed } from "./deepSpeed.ts";
import { detectron2 } from "./detectron2.ts";
import { fvcore } from "./fvcore.ts";
import { huggingFace } from "./huggingFace.ts";
import { javaScript } from "./javaScript.ts";
import { keras } from "./keras.ts";
import { megatron } from "./megatron.ts";
import { mmEngine } from "./mmEngine.ts";
import { optax } from "./optax.ts";
import { python } from "./python.ts";
import { pytorch } from "./pytorch.ts";
import type { Target } from "./target.ts";
import { timm } from "./timm.ts";

/** What plans are written for and then run in. */
export const targets: readonly Target[] = [
  pytorch,
  huggingFace,
  timm,
  deepSpeed,
  mmEngine,
  keras,
  optax,
  fvcore,
  detectron2,
  composer,
  megatron,
  python,
  javaScript,
];
