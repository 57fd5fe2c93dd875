import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { configuration } from "./configuration.ts";
import { container, trainer } from "./container.ts";

const HOMES = [
  "torchtitan.components.optimizer",
  "torchtitan.components.optimizer.lr_scheduler",
  "torchtitan.components.lr_scheduler",
];

/** torchtitan's schedule, as flags, TOML or its Python configurations. Source: torchtitan 0.1 to 0.3. */
export const torchtitan: Framework = {
  name: "torchtitan",
  entries: {
    ...under(HOMES, { "LRSchedulersContainer.Config": container }),
    "torchtitan.trainer.Trainer.Config": trainer,
  },
  configuration,
};
