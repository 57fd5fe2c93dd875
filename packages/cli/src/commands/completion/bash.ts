import { quoted } from "./quoted.ts";
import type { CommandWords } from "./words.ts";

/** A script for bash, from 3.2 on. */
export function bash(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name);
  return `# anneal's completion for bash.
_anneal() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local words="" files="" line
  COMPREPLY=()
  # --to=keras comes in three words.
  if [ "$word" = "=" ]; then word=""
  elif [ "$before" = "=" ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=${quoted([...names, "help", "--help", "--version"].join(" "))}
  else
    case "$command" in
      help) words=${quoted(names.join(" "))} ;;
${commands.map(branch).join("")}    esac
  fi
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$words" -- "$word")
  if [ -n "$files" ]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
  fi
}
complete -F _anneal anneal
`;
}

/** What one command completes: a flag's value, a flag, or what the command takes. */
function branch({ name, flags, takes }: CommandWords): string {
  // Flags with the same values share a line.
  const lines = new Map<string, string[]>();
  for (const { names, value } of flags) {
    if (value === "none") continue;
    const given = value === "any" ? ":" : completed(value);
    lines.set(given, [...(lines.get(given) ?? []), ...names]);
  }
  const values = [...lines].map(([given, names]) => `          ${names.join("|")}) ${given} ;;\n`);
  return `      ${name})
        case "$before" in
${values.join("")}          *)
            case "$word" in
              -*) words=${quoted(flags.flatMap(({ names }) => names).join(" "))} ;;
              *) ${completed(takes)} ;;
            esac ;;
        esac ;;
`;
}

function completed(what: CommandWords["takes"]): string {
  if (what === "none") return ":";
  return what === "file" ? "files=1" : `words=${quoted(what.join(" "))}`;
}
