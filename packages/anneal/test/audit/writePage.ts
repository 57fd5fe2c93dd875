import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { loops, readLoops } from "./cases.ts";
import { PAGE, page } from "./page.ts";

// Without a folder it writes the page; with one it prints the same of the logs there.
const [folder] = process.argv.slice(2);
if (folder === undefined) writeFileSync(PAGE, page(loops));
else process.stdout.write(page(readLoops(pathToFileURL(folder.endsWith("/") ? folder : `${folder}/`))));
