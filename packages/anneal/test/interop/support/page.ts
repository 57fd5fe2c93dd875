import type { Result, Results } from "./results.ts";

/** The page that `npm run verify:frameworks` writes. */
export const SUPPORT = new URL("../../../../../SUPPORT.md", import.meta.url);

const HEAD = `# What can be written for which framework

Every kind and every recipe, with random numbers, written by \`anneal/interop\` and **run in the framework itself**; the
rates of all updates (20 to 120) are compared with the schedule's. Written by \`npm run verify:frameworks\`.

- **exact**: the writer said so, and it was: to 1e-12, or 1e-6 where the framework computes in 32 bits, relative to the
  rate and a thousandth of the peak (a tenth for 32 bits).
- **to n**: it was written with a reservation, and was that far off at most.
- **none**: there are no words for it there, or it needs a function of the user's.
`;

/** The page for these results. */
export function supportPage({ seed, each, targets }: Results): string {
  const names = Object.keys(targets);
  const subjects = [...new Set(names.flatMap((name) => Object.keys(targets[name]?.subjects ?? {})))];
  const totals = names.map((name) => {
    const { ran = "", subjects: own = {} } = targets[name] ?? {};
    const all = Object.values(own);
    const sum = (of: "cases" | "exact" | "idioms" | "near" | "none"): number =>
      all.reduce((total, one) => total + one[of], 0);
    const deviation = Math.max(0, ...all.map((one) => one.deviation));
    return `| ${name} | ${ran} | ${sum("cases")} | ${sum("exact")} | ${sum("idioms")} | ${shown(deviation)} | ${sum("near")} | ${sum("none")} |`;
  });
  const rows = subjects.map((subject) => {
    const cells = names.map((name) => cell(targets[name]?.subjects[subject]));
    return `| ${subject} | ${cells.join(" | ")} |`;
  });
  const reasons = names.flatMap((name) => {
    const all = Object.values(targets[name]?.subjects ?? {}).flatMap((one) => one.reasons);
    return [...new Set(all)].map((reason) => `- ${name}: ${reason}`);
  });
  return `${HEAD}
Up to ${each} plans of each, seed ${seed}.

## Totals

| target | what ran | plans | exact | in its own words | to | with a reservation | none |
|---|---|--:|--:|--:|--:|--:|--:|
${totals.join("\n")}

## Schedules

A number is how many of them were exact.

| | ${names.join(" | ")} |
|---|${names.map(() => "---").join("|")}|
${rows.join("\n")}

## Reservations

What the writers say where it is not exact, with numbers left out.

${reasons.join("\n")}
`;
}

function cell(result: Result | undefined): string {
  if (!result) return "";
  const { cases, exact, near, nearDeviation, none } = result;
  if (exact === cases) return `exact ${exact}`;
  const parts = [
    exact > 0 ? `exact ${exact}` : "",
    near > 0 ? `${near} to ${shown(nearDeviation)}` : "",
    none > 0 ? `none ${none}` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

function shown(deviation: number): string {
  return deviation === 0 ? "0" : deviation.toExponential(1);
}
