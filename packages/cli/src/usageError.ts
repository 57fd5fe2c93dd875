/** A command line that cannot be carried out: exit code 2, told in one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
