/** What went wrong outside of the command line: one clear line for the user, exit code 1, no stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";
}
