import type { Flag } from "../command.ts";

/** The languages of messages. */
export const LANGUAGES = ["en", "zh"] as const;

export type Language = (typeof LANGUAGES)[number];

/** Says an English text in the user's language. */
export type Say = (english: string) => string;

/** The flag of every command, which stands before the command as well. */
export const languageFlag: Flag = {
  flags: "--lang <language>",
  help: "the language of messages (default: the locale's)",
  choices: LANGUAGES,
};

/** What the locale is asked of, in this order. */
const LOCALE = ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] as const;

/** The language that a command line asks for, else the locale's, else English. */
export function languageOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const end = words.indexOf("--");
  const flags = end < 0 ? words : words.slice(0, end);
  // The last one counts, as with every flag.
  const at = flags.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const asked = flags[at] === "--lang" ? flags[at + 1] : flags[at]?.slice("--lang=".length);
  const known = LANGUAGES.find((language) => language === asked);
  const locale = LOCALE.map((name) => environment[name]).find(Boolean) ?? "";
  return known ?? (/^zh(?:[_.@:-]|$)/i.test(locale) ? "zh" : "en");
}

/** How texts are said in a language, whose catalogue is read where it is not English. */
export async function sayIn(language: Language): Promise<Say> {
  if (language === "en") return (english) => english;
  const [{ translator }, { catalogue }] = await Promise.all([import("./translator.ts"), import("./zh/catalogue.ts")]);
  return translator(catalogue);
}
