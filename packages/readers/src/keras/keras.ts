import type { Entry } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { compiledRate } from "./compiledRate.ts";
import { configurationOf } from "./configuration.ts";
import { CosineDecay, CosineDecayRestarts } from "./cosineDecay.ts";
import { ExponentialDecay, InverseTimeDecay, PolynomialDecay } from "./decays.ts";
import { fitted } from "./fitted.ts";
import { LearningRateScheduler } from "./learningRateScheduler.ts";
import { own } from "./own.ts";
import { PiecewiseConstantDecay } from "./piecewiseConstantDecay.ts";
import { ReduceLROnPlateau } from "./reduceLROnPlateau.ts";
import { warmUp } from "./warmUp.ts";

const HOMES = ["keras", "tensorflow.keras", "tf.keras", "tf_keras"] as const;

const cosines = { CosineDecay, CosineDecayRestarts };

const schedules = { ExponentialDecay, PiecewiseConstantDecay, PolynomialDecay, InverseTimeDecay, ...cosines };

/** Homes of that name in each of Keras's. */
const homes = (name: string): readonly string[] => HOMES.map((home) => `${home}.${name}`);

const entries: Readonly<Record<string, Entry>> = {
  ...under(homes("optimizers.schedules"), schedules),
  ...under(homes("experimental"), cosines),
  ...under(homes("callbacks"), { LearningRateScheduler, ReduceLROnPlateau }),
  ...under(["transformers"], { WarmUp: warmUp(() => entries) }),
};

/** Keras 3, and TensorFlow's Keras before it. */
export const keras: Framework = {
  name: "keras",
  entries,
  prepare: compiledRate,
  trains: fitted,
  together: own,
  configuration: configurationOf(entries),
};
