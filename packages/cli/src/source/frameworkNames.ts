/** What a framework is called: on the command line first, then by whoever reads it, then by other usual names. */
const NAMES = [
  ["anneal", "plan"],
  ["pytorch", "torch"],
  ["huggingface", "transformers", "hf"],
  ["diffusers"],
  ["axolotl"],
  ["deepspeed"],
  ["mmengine"],
  ["mmcv"],
  ["detectron2"],
  ["maskrcnn-benchmark"],
  ["composer"],
  ["fastai"],
  ["fvcore"],
  ["ignite"],
  ["keras"],
  ["mxnet"],
  ["optax"],
  ["pytorch-warmup", "pytorchWarmup"],
  ["timm"],
  ["fairseq"],
  ["megatron"],
  ["torchtitan"],
  ["function"],
] as const;

/** What `--from` takes; every other name of these frameworks too. */
export const FORMATS: readonly string[] = NAMES.map(([name]) => name);

/** The one of {@link FORMATS} that a name means. */
export function formatNamed(given: string): string | undefined {
  return nameAmong(given, FORMATS);
}

/** A framework as its reader is called. */
export function readerNamed(given: string): string {
  const [format = given, reader = format] = namesOf(given) ?? [];
  return format === "anneal" ? format : reader;
}

/** One of these names for what a framework is called by any of its names. */
export function nameAmong(given: string, names: readonly string[]): string | undefined {
  if (names.includes(given)) return given;
  const own = namesOf(given);
  return own && names.find((name) => own.includes(name));
}

/** All names of one framework, by one of them in whatever writing. */
function namesOf(given: string): readonly string[] | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[\s._-]/g, "");
  return NAMES.find((names) => names.some((name) => plain(name) === plain(given)));
}
