import { piecewise, type Time } from "anneal";
import { word } from "../numerals.ts";
import { optional, text } from "../parameter.ts";
import { parseRates } from "./parseRates.ts";
import { schedule, updatesPerEpoch } from "./schedule.ts";

const dictionary = optional(word(text), "{}");

/** `manual`: the rates by the epochs, and by the updates, from which on they hold. */
export const manual = schedule(
  { rates: "several", parameters: { epoch2lr: dictionary, update2lr: dictionary } },
  (given, { context, refuse }) => {
    const [epochs, updates] = (["epoch2lr", "update2lr"] as const).map((name) => {
      const rates = parseRates(given[name]);
      if (!rates) refuse(name, `a dictionary such as {'1-5': 0.1, '6': 0.01}`);
      return rates ?? new Map<number, number>();
    }) as [Map<number, number>, Map<number, number>];
    const length = epochs.size > 0 && updates.size > 0 ? updatesPerEpoch(context) : 1;
    if (length === undefined) return undefined;
    // From its first update on, the list by updates is the only one that counts.
    const first = Math.min(...updates.keys());
    const begins = [...epochs].map(([epoch, rate]) => [(epoch - 1) * length, rate] as const);
    const changes = new Map([...begins.filter(([start]) => start < first), ...updates]);
    const starts = [...changes.keys()].filter((start) => start > 0).sort((a, b) => a - b);
    const at: readonly Time[] = updates.size > 0 ? starts : starts.map((start) => `${start} epochs` as const);
    const plan = piecewise({
      from: changes.get(0) ?? epochs.get(1) ?? updates.get(1) ?? "1x",
      at,
      to: starts.map((start) => changes.get(start) as number),
    });
    return { plan, byEpochs: epochs.size > 0 };
  },
);
