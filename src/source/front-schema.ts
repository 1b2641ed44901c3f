// `content/front.yaml`: what stands at the head of the front page, edition by edition. Without the
// file, and for every place that an edition leaves open, the newest stories do.

import * as z from "zod";
import { line, text } from "./field-types.ts";

export const FRONT_FILE = "front.yaml";

/** Places beside the lead. */
export const FRONT_SLOTS = 4;

const EXAMPLE = "editions: [{ from: 2026-05-05 05:00, lead: /2026/05/04/storm/ }]";

export const frontSchema = z.strictObject({
  /** In any order; the one in force is the one that began last. */
  editions: z
    .array(
      z.strictObject({
        /** When it begins; written like a story's date: `2026-05-05 05:00`. */
        from: text.meta({ example: "from: 2026-05-05 05:00" }),
        /** The id of the story that leads. Default: the newest. */
        lead: line.optional().meta({ example: "lead: /2026/05/04/storm/" }),
        /** Ids of the stories beside the lead, in order. Default: the newest. */
        slots: z
          .array(line)
          .check(fitsBesideLead)
          .optional()
          .meta({ example: "slots: [/2026/05/04/flood/, /2026/05/03/vote/]" }),
      }),
    )
    .min(1)
    .meta({ example: EXAMPLE }),
});

/** Zod's own `max` would count the letters of a text that stands where a list should. */
function fitsBesideLead({ value, issues }: z.core.ParsePayload<string[]>): void {
  if (value.length <= FRONT_SLOTS) return;
  const message = `names ${value.length} stories, and there are ${FRONT_SLOTS} places beside the lead.`;
  const params = { cure: "Take out the least important: further down, the newest run by section." };
  issues.push({ code: "custom", input: value, message, params });
}

export type FrontSpec = z.output<typeof frontSchema>;
