import { processIo } from "./io.ts";
import { runProgram } from "./program.ts";
import { tell } from "./tell.ts";

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`anneal: standard output: ${error.message}\n`);
  process.exit(2);
});

const io = processIo();
try {
  process.exitCode = await runProgram(process.argv.slice(2), io);
} catch (error) {
  io.err(tell(error));
  process.exitCode = 2;
}
