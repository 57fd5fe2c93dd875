import { processIo } from "./io.ts";
import { languageOf, sayIn } from "./language/language.ts";
import { runProgram } from "./program.ts";
import { tell } from "./tell.ts";
import { hanging } from "./terminal/hanging.ts";

// A reader that has seen enough, such as `head`, is no error, and changes nothing of what was found.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`anneal: standard output: ${error.message}\n`);
  process.exit(2);
});

// Nobody is left to be told.
process.stderr.on("error", () => {});

const io = processIo();
const words = process.argv.slice(2);
try {
  process.exitCode = await runProgram(words, io);
} catch (error) {
  io.err(hanging(tell(error, await sayIn(languageOf(words, io.environment))), io.errorColumns));
  process.exitCode = 2;
}
