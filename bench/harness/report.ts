/** Ends a side: prints what it measured. */
export function report(numbers: Readonly<Record<string, number>>): void {
  process.stdout.write(`${JSON.stringify(numbers)}\n`);
}
