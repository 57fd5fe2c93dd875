import { PlanError } from "anneal";
import { CommanderError } from "commander";
import { UsageError } from "./command.ts";
import { Interrupted } from "./interrupt.ts";
import { commandToGoOn, enterTypedFolder } from "./invocation.ts";
import { type Options, parseOptions } from "./options.ts";

/**
 * The program. Gives its exit code: 0 when all went well, 2 when the command line was wrong, 128 + n when it was stopped
 * by signal n, 1 for everything else.
 */
async function main(args: readonly string[]): Promise<number> {
  try {
    enterTypedFolder();
    const options = parseCommandLine(args);
    // Only now, so that --help and mistakes are answered before TensorFlow.js is loaded.
    const { startRun } = await import("./startRun.ts");
    await startRun(options);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof Interrupted) {
      console.log(`${error.message}\nTo go on: ${commandToGoOn(args)}`);
      return error.exitCode;
    }
    console.error(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Options that the scheduler refuses are wrong flags, too. */
function parseCommandLine(args: readonly string[]): Options {
  try {
    return parseOptions(args);
  } catch (error) {
    throw error instanceof PlanError ? new UsageError(error.message) : error;
  }
}

// The reader of a pipe may leave at any time (`npm start | head`): that is no error of this program.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 141 : 1);
});

process.exitCode = await main(process.argv.slice(2));
