import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Debian's own interpreter too: another one that comes first on the path does not see Debian's packages. */
const CANDIDATES = ["python3", "/usr/bin/python3"];

/** A Python that can import PyTorch, or undefined. */
export async function pythonWithTorch(): Promise<string | undefined> {
  for (const python of CANDIDATES) {
    const found = await run(python, ["-c", "import torch"]).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  return undefined;
}
