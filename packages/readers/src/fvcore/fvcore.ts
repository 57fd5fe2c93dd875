import type { Entry } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { composite } from "./composite.ts";
import {
  ConstantParamScheduler,
  CosineParamScheduler,
  ExponentialParamScheduler,
  LinearParamScheduler,
  PolynomialDecayParamScheduler,
} from "./curves.ts";
import { MultiStepParamScheduler } from "./multiStep.ts";
import { StepParamScheduler, StepWithFixedGammaParamScheduler } from "./steps.ts";

const entries: Readonly<Record<string, Entry>> = under(["fvcore.common.param_scheduler"], {
  ConstantParamScheduler,
  LinearParamScheduler,
  CosineParamScheduler,
  ExponentialParamScheduler,
  PolynomialDecayParamScheduler,
  MultiStepParamScheduler,
  StepParamScheduler,
  StepWithFixedGammaParamScheduler,
  CompositeParamScheduler: composite(() => entries),
});

/** fvcore's schedulers of any value, by the share of the run. */
export const fvcore: Framework = { name: "fvcore", entries };
