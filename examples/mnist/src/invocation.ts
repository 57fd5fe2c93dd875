/*
 * npm starts the program in the example's own folder, whatever folder the command was typed in. These two make that
 * invisible.
 */

/** Makes relative paths mean what they mean in the folder where `npm start` was typed. */
export function enterTypedFolder(): void {
  const typedIn = process.env.INIT_CWD;
  if (startedByNpm() && typedIn !== undefined) process.chdir(typedIn);
}

/** The command that continues a run that was begun with `args`. */
export function commandToGoOn(args: readonly string[]): string {
  const program = startedByNpm() ? ["npm", "start", "--"] : ["node", ...process.execArgv, process.argv[1] as string];
  return [...program, ...args.filter((argument) => argument !== "--resume"), "--resume"].map(quoted).join(" ");
}

function startedByNpm(): boolean {
  const { npm_lifecycle_event: script, npm_package_name: name } = process.env;
  return script === "start" && name === "anneal-example-mnist";
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
