/** Any plan as code for Hugging Face's Transformers. */

export { type HuggingFaceOptions, toHuggingFace } from "./toHuggingFace.ts";
