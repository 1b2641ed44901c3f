// The press in a process of its own: builds what `press-process.ts` orders, one after another.

import type { BuildOrder } from "../../src/build-order.ts";
import { build } from "../../src/build.ts";
import { failureWords } from "../../src/desk/failure-words.ts";

process.on("message", (order: BuildOrder) => {
  build(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ kind: "failed", message: failureWords(error).message }),
  );
});
process.on("disconnect", () => process.exit());
