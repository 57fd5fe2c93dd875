import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareTable } from "./compare.ts";
import type { Elsewhere, Ports } from "./port.ts";
import { PORTS } from "./ports/index.ts";
import { TABLES } from "./tables.ts";

const isElsewhere = (ports: Ports | Elsewhere | undefined): ports is Elsewhere => typeof ports?.elsewhere === "string";

describe("what is compared elsewhere", () => {
  const entries = Object.values(PORTS).flatMap((ports) => (isElsewhere(ports) ? [ports] : Object.values(ports)));
  const places = entries.flatMap((entry) => (typeof entry === "function" ? [] : [entry.elsewhere]));

  it("is compared by a test that exists", () => {
    expect(places.length).toBeGreaterThan(0);
    expect([...new Set(places)].filter((test) => !existsSync(new URL(test, import.meta.url)))).toEqual([]);
  });
});

describe.each([...TABLES].filter(([framework]) => !isElsewhere(PORTS[framework])))("%s", (framework, table) => {
  const ports = PORTS[framework] as Ports | undefined;
  const comparisons = compareTable(table, ports);

  it.each([...comparisons].filter(([, { elsewhere }]) => !elsewhere))("%s", (_, { cases, positions, failures }) => {
    expect(failures.length > 6 ? [...failures.slice(0, 6), `and ${failures.length - 6} more`] : failures).toEqual([]);
    expect(cases).toBeGreaterThan(0);
    expect(positions).toBeGreaterThan(0);
  });

  it("has no port without a schedule", () => {
    expect(Object.keys(ports ?? {}).filter((name) => !comparisons.has(name))).toEqual([]);
  });
});
