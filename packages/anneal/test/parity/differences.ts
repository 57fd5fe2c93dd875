/** Where this library is different from a framework on purpose, and why; the coverage page prints it. */
export const DIFFERENCES = {} as const satisfies Readonly<Record<string, string>>;
