// The one address that readers of JSON by a schema take: `format: uri`.

import { z } from "zod";

/** RFC 3986: a scheme, and ASCII, where whatever else there is is percent-encoded. */
export const uri = z
  .string()
  .regex(/^[a-z][a-z0-9+.-]*:(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-F]{2})+$/i)
  .refine((text) => URL.canParse(text));
