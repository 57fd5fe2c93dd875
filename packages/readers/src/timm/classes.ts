import type { Entry } from "../entry.ts";
import { cosineLR, polyLR, tanhLR } from "./cycles.ts";
import { plateauLR } from "./plateau.ts";
import { multiStepLR, stepLR } from "./steps.ts";
import { wsdLR } from "./wsd.ts";

/** timm's schedulers, by the names of their classes. */
export const CLASSES: Readonly<Record<string, Entry>> = {
  CosineLRScheduler: cosineLR,
  TanhLRScheduler: tanhLR,
  PolyLRScheduler: polyLR,
  StepLRScheduler: stepLR,
  MultiStepLRScheduler: multiStepLR,
  WSDLRScheduler: wsdLR,
  PlateauLRScheduler: plateauLR,
};
