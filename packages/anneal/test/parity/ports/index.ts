import type { Elsewhere, Ports } from "../port.ts";

/** By framework: what a user of it writes here, or the test that compares the whole of it. */
export const PORTS: Readonly<Record<string, Ports | Elsewhere>> = {};
