import { ready, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { useFastMatMul } from "./fastMatMul.ts";

/**
 * Starts TensorFlow.js on WebAssembly, with the faster matrix product.
 *
 * The WebAssembly module adds listeners for uncaught errors that throw them again from inside itself, which would show
 * every error as a stack trace into minified code; they are taken off again.
 */
export async function startBackend(): Promise<void> {
  const events = ["uncaughtException", "unhandledRejection"] as const;
  const before = events.map((event) => new Set<unknown>(process.rawListeners(event)));
  await setBackend("wasm");
  await ready();
  events.forEach((event, index) => {
    for (const listener of process.rawListeners(event)) {
      if (!before[index]?.has(listener)) process.removeListener(event, listener as () => void);
    }
  });
  useFastMatMul();
}
