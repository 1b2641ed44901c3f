// Sets `status: withdrawn` in a header and leaves every other byte of the file as it is: line ends,
// byte order mark and all. What was written is read again before it is trusted.

import { isDeepStrictEqual } from "node:util";
import { checkFields } from "./check-fields.ts";
import { decodeText } from "./decode-text.ts";
import type { Gate } from "./gates.ts";
import { readHeader } from "./read-fields.ts";

/**
 * The file with the status changed, or undefined where no change of one line would do that and nothing
 * else: a header in braces, a status that runs over several lines.
 */
export function markWithdrawn<Spec extends { readonly status: string }>(
  file: Buffer,
  gate: Gate<Spec>,
): Buffer | undefined {
  const before = readBack(file, gate);
  const marked = withStatusLine(file);
  const after = readBack(marked, gate);
  if (!before || !after || after.spec.status !== "withdrawn") return undefined;
  const expected = { text: before.text, spec: { ...before.spec, status: "withdrawn" } };
  return isDeepStrictEqual(after, expected) ? marked : undefined;
}

const STATUS = /^(?:status|"status"|'status')[ \t]*:/;
/** With its value on the line. */
const DATE = /^date[ \t]*:[ \t]*[^\s|>&*!#]/;
const END = /^---[ \t]*$/;
const LINE = "status: withdrawn";

/** Byte for byte: Latin-1 gives each byte a character and takes it back. */
function withStatusLine(file: Buffer): Buffer {
  // Lines and what ends them, by turns.
  const parts = file.toString("latin1").split(/(\r\n|\n|\r)/);
  const lines = parts.filter((_, index) => index % 2 === 0);
  const header = lines.slice(1, 1 + lines.slice(1).findIndex((line) => END.test(line)));
  const old = header.findIndex((line) => STATUS.test(line));
  if (old !== -1) parts[2 * (old + 1)] = LINE;
  else {
    const place = 2 * (placeFor(header) + 1);
    parts.splice(place, 0, LINE, parts[1] ?? "\n");
  }
  return Buffer.from(parts.join(""), "latin1");
}

/** The line of the header before which the new one goes: after the date, else at the top. */
function placeFor(header: readonly string[]): number {
  const date = header.findIndex((line) => DATE.test(line));
  const goesOn = /^[ \t]/.test(header[date + 1] ?? "");
  return date === -1 || goesOn ? 0 : date + 1;
}

function readBack<Spec>(file: Buffer, gate: Gate<Spec>) {
  const decoded = decodeText(file);
  const read = decoded.kind === "text" ? readHeader(decoded.text, gate) : undefined;
  if (read?.kind !== "fields") return undefined;
  const { value: spec } = checkFields(read.yaml, gate, "");
  return spec && { text: read.text, spec };
}
