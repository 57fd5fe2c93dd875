import type { Framework } from "../framework.ts";
import { under } from "../under.ts";

import { ExponentialWarmup, LinearWarmup } from "./tuned.ts";
import { RAdamWarmup, UntunedExponentialWarmup, UntunedLinearWarmup } from "./untuned.ts";
import { dampenedIn, dampenedSection } from "./upon.ts";

const entries: Framework["entries"] = under(["pytorch_warmup"], {
  LinearWarmup,
  ExponentialWarmup,
  UntunedLinearWarmup,
  UntunedExponentialWarmup,
  RAdamWarmup,
});

/** pytorch_warmup: factors upon whatever else schedules the rate, and the products with PyTorch's schedulers. */
export const pytorchWarmup: Framework = {
  name: "pytorchWarmup",
  entries,
  together: (document) => dampenedIn(document, entries).map((one) => dampenedSection(one, entries, document)),
  parts: (document) => dampenedIn(document, entries).flatMap(({ warmup, scheduler }) => [warmup, scheduler]),
};
