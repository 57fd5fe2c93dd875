import { quoted } from "./quoted.ts";
import type { CommandWords, FlagWords } from "./words.ts";

/** A script for zsh, as a file `_anneal` of its function path or read by `source`. */
export function zsh(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}\n`);
  return `#compdef anneal
# anneal's completion for zsh.
_anneal() {
  local -a commands
  commands=(
${names.join("")}    'help:print the help of a command'
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    _arguments '(-h --help)'{-h,--help}'[print the help]' '(-V --version)'{-V,--version}'[print the version]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    help) _describe -t commands command commands ;;
${commands.map(branch).join("")}  esac
}
# Read by the completion system it is the function's own first call; by source it is only declared.
if [[ $funcstack[1] == _anneal ]]; then _anneal "$@"; else compdef _anneal anneal; fi
`;
}

function branch({ name, flags, takes }: CommandWords): string {
  const taken =
    takes === "none" ? [] : takes === "file" ? ["'*:source:_files'"] : [quoted(`1:value:(${takes.join(" ")})`)];
  const lines = [...flags.map(told), ...taken].map((line) => ` \\\n      ${line}`);
  return `    ${name}) _arguments -S${lines.join("")} ;;\n`;
}

/** A flag as _arguments takes it: what excludes it, its names, its help and its value. */
function told({ names, help, value, repeated }: FlagWords): string {
  const text = `[${help.replaceAll(/[\\[\]:]/g, "\\$&")}]`;
  const list = typeof value === "string" ? "" : `(${value.join(" ")})`;
  const action = value === "none" ? "" : value === "file" ? ":file:_files" : `:value:${list || " "}`;
  const excluded = repeated ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
  const rest = quoted(`${text}${action}`);
  return names.length > 1
    ? `${quoted(excluded)}{${names.join(",")}}${rest}`
    : quoted(`${excluded}${names[0]}${text}${action}`);
}
