import { article } from "../ground/platform/article.ts";

// The same file is loaded as the page's script and as a worker; each says what it computed in its own way.
const inPage = "document" in globalThis;
if (inPage) Object.assign(globalThis, { result: article() });
else (globalThis as unknown as { postMessage(value: unknown): void }).postMessage(article());
