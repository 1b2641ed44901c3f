#!/usr/bin/env node
// The command as npm installs it. Plain JavaScript, since the machine it runs on may not know
// TypeScript; everything after this line is TypeScript, loaded through tsx.

import { register } from "tsx/esm/api";

register();
await import("./cli.ts");
