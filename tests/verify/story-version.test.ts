// What is remembered of a story. A hash that is made in another way is another hash of the same words:
// where this test fails, raise VERSION_RULE with it, or the first check after an upgrade will say of every
// story that it has changed.

import { expect, test } from "vitest";
import { readPublishedPage } from "../../src/verify/check/published-page.ts";
import { VERSION_RULE, versionOn } from "../../src/verify/check/story-version.ts";

const PAGE = `<article><header><h1>Storm “warning”</h1><p class="story-standfirst">The harbour is closed.</p></header>
<div class="text"><p>The wind   rose.<span class="unseen">Picture:</span></p></div><footer>Ours</footer></article>
<script type="application/ld+json">{"@type":"NewsArticle","identifier":"storm","dateModified":"2026-03-01T11:00:00Z",
"correction":[{"text":"It has “two” lamps.","datePublished":"2026-03-01T10:00:00Z"}]}</script>`;

test("the same page has the same hashes for as long as the rule is the same", () => {
  const version = versionOn(readPublishedPage("storm/index.html", PAGE));
  expect({ rule: VERSION_RULE, ...version }).toMatchInlineSnapshot(`
    {
      "corrections": [
        "19c86a661ca91f16ea43976bc5e3c33794aec6e34f2908446baf46f42426e1d1",
      ],
      "id": "storm",
      "modified": "2026-03-01T11:00:00Z",
      "rule": 2,
      "words": "66ca61e9169e0e12113c0a9f4a4a5b5ff54c32b1710653e63d53d58035273f39",
    }
  `);
});
