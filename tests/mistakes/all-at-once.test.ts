// One run reports every mistake of every file, in the order of files and lines, each once; and the
// paper that is live stays as it is.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";

test("mistakes in many files, and many in one, are told in one run", async () => {
  const archive = `
-- content/articles/b/flood.md --
---
headline: Flood
date: 2026-02-30
section: wolrd
authors: [jane-deo]
title: Flood
topics: river
noindex: "yes"
image: { src: flood.png, alt: The river }
---
After the [storm](../a/strom.md), the river rose.

::: factbocks
One.
:::
-- content/articles/a/storm.md --
---
headline: Storm
date: 2026-03-08 09:00
updated: 2026-03-07
section: world
authors: [jane-doe, nobody]
related: [/2026/03/08/nothing/]
---
Click [here](javascript:alert(1)).

![](tree.png)
-- content/articles/a/empty.md --
---
headline: Empty
date: 2026-03-08 09:00
section: politics
---
-- content/authors/jane-doe.md --
---
name: Jane Doe
rôle: Reporter
---
-- content/pages/about.md --
---
title: About
---
See [this](/nowhere/).
-- content/articles/index.njk --
{{ 7*7 }}
`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/a/empty.md error: The story has no text.
      Write it below the header, or set “status: draft” until it is written.

    content/articles/a/storm.md:4:10 error: The story says it was updated (2026-03-07) before it was published (2026-03-08 09:00).
      4 | updated: 2026-03-07
      Correct one of the two dates.

    content/articles/a/storm.md:6:21 error: There is no author “nobody”.
      6 | authors: [jane-doe, nobody]
        |                     ^
      An author is named by a file: write authors/nobody.md, with the name in its header.

    content/articles/a/storm.md:7:11 error: No story has the id “/2026/03/08/nothing/”.
      7 | related: [/2026/03/08/nothing/]
        |           ^
      A story's id is its first address, unless its header gives one.

    content/articles/a/storm.md:9:7 error: The link to “javascript:alert(1)” is of a kind that is not allowed.
      9 | Click [here](javascript:alert(1)).
        |       ^
      A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site.

    content/articles/a/storm.md:11:1 error: The picture “tree.png” has no description for those who cannot see it.
      11 | ![](tree.png)
      Say between the square brackets what can be seen: ![Two ministers shake hands](…).

    content/articles/a/storm.md:11:1 error: The picture “tree.png” has no credit.
      11 | ![](tree.png)
      Say who made it and whose it is, after the caption: ![What can be seen](photo.jpg "Caption" credit="Name / Agency").

    content/articles/b/flood.md:3:7 error: 30 February 2026 does not exist.
      3 | date: 2026-02-30
      February 2026 has 28 days.

    content/articles/b/flood.md:4:10 error: “wolrd” is not a section of this newspaper.
      4 | section: wolrd
      Did you mean “world”? Sections are listed in site.yaml.

    content/articles/b/flood.md:5:11 error: There is no author “jane-deo”.
      5 | authors: [jane-deo]
        |           ^
      Did you mean “jane-doe”?

    content/articles/b/flood.md:6:1 error: “title” is not a field of a story.
      6 | title: Flood
      Write “headline” instead.

    content/articles/b/flood.md:7:9 error: “topics” is “river”, not a list.
      7 | topics: river
      Write topics: [river], or each entry on a line of its own after “- ”.

    content/articles/b/flood.md:8:10 error: “noindex” is “yes”, neither true nor false.
      8 | noindex: "yes"
      Write noindex: true or noindex: false, without quotes.

    content/articles/b/flood.md:9:1 error: “image” has no “credit”: no credit, no publication.
      9 | image: { src: flood.png, alt: The river }
      Write, for example: credit: Name / Agency

    content/articles/b/flood.md:11:11 error: The link to “../a/strom.md” leads nowhere.
      11 | After the [storm](../a/strom.md), the river rose.
         |           ^
      Did you mean “../a/storm.md”?

    content/articles/b/flood.md:13:1 error: There is no box called “factbocks”.
      13 | ::: factbocks
      Did you mean “factbox”?

    content/articles/index.njk error: “index.njk” is code or data for code, and nothing in the content is ever run.
      Write stories as “.md” files; templates belong in “layouts/”, outside the content.

    content/authors/jane-doe.md:3:1 error: “rôle” is not a field of an author.
      3 | rôle: Reporter
      Did you mean “role”?

    content/pages/about.md:4:5 error: The link to “/nowhere/” leads nowhere.
      4 | See [this](/nowhere/).
        |     ^
      Link to a story by its file (../05/storm.md) or its address (/2026/05/01/storm/), elsewhere by https://…."
  `);
});
