// The thread of `four-eyes.ts`.

import { workerData } from "node:worker_threads";
import { lookFromBack } from "./four-eyes.ts";

lookFromBack(workerData);
