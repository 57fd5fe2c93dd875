import { alternate, middle } from "../harness/alternate.ts";
import { EXAMPLE } from "../harness/example.ts";
import type { Measurement } from "../harness/row.ts";

/** A search for the learning rate of the example's network, with its snapshots, hashes and fits, against bare updates. */
export const finder: Measurement = {
  name: "finder",
  async run({ runs }) {
    const loop = (optimizer: string) =>
      ({
        command: [process.execPath, "--import", "tsx", `${EXAMPLE}bench/finderLoop.ts`, "--optimizer", optimizer],
      }) as const;
    const found = await alternate({ sgd: loop("sgd"), adam: loop("adam") }, runs);
    return (["sgd", "adam"] as const).map((optimizer) => ({
      what: `a search of 3 x 100 updates, ${optimizer}`,
      unit: "s",
      anneal: middle(found[optimizer], "search"),
      against: { name: "as many bare updates", value: middle(found[optimizer], "bare") },
      bar: 1.05,
    }));
  },
};
