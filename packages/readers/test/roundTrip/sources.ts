import * as composer from "../composer/forms.ts";
import * as deepspeed from "../deepspeed/forms.ts";
import * as detectron2 from "../detectron2/forms.ts";
import * as fvcore from "../fvcore/forms.ts";
import * as ignite from "../ignite/forms.ts";
import * as keras from "../keras/forms.ts";
import * as megatron from "../megatron/forms.ts";
import * as mmengine from "../mmengine/forms.ts";
import * as optax from "../optax/forms.ts";
import * as timm from "../timm/forms.ts";
import * as transformers from "../transformers/forms.ts";
import { type Sample, type Subject, subjectsOf, torchSubjects } from "./subjects.ts";

/** The configurations of every framework, by its name. */
export const SOURCES: Readonly<Record<string, (sample: Sample) => Subject[]>> = {
  torch: torchSubjects,
  transformers: (sample) => subjectsOf("transformers", [transformers.calls], sample),
  timm: (sample) => subjectsOf("timm", [timm.calls], sample),
  deepspeed: (sample) => subjectsOf("deepspeed", [deepspeed.calls], sample),
  mmengine: (sample) => subjectsOf("mmengine", [mmengine.configurations], sample),
  composer: (sample) => subjectsOf("composer", [composer.configurations], sample),
  fvcore: (sample) => subjectsOf("fvcore", [fvcore.calls], sample),
  detectron2: (sample) => subjectsOf("detectron2", [detectron2.configurations, detectron2.calls], sample),
  megatron: (sample) => subjectsOf("megatron", [megatron.calls], sample),
  keras: (sample) => subjectsOf("keras", [keras.calls], sample),
  optax: (sample) => subjectsOf("optax64", [optax.calls64], sample),
  ignite: (sample) => subjectsOf("ignite", [ignite.calls], sample),
};
