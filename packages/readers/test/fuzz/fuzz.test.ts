import { expect, it } from "vitest";
import { attempt } from "./attempt.ts";
import { mutate, random } from "./mutate.ts";
import { wildSeeds } from "./seeds.ts";

const seeds = [...wildSeeds()];
const all = seeds.flatMap(([, own]) => own);

it.each(seeds)("changed samples in %s have readings or are refused", (_, own) => {
  let [read, refused] = [0, 0];
  for (let input = 0; input < 300; input++) {
    const next = random(input);
    const text = mutate(own[input % own.length] as (typeof own)[number], all, next);
    if ("readings" in attempt(text)) read++;
    else refused++;
  }
  expect(read).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});
