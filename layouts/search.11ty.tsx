// The search page. Its script finds in it where the index is and what to say; without scripts it
// leads to the archive and the sections, where every story stands.

import type { SearchProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("search");

export default function printSearch({ sheet }: TemplateData<SearchProps>): string {
  return printDocument(<Search {...sheet.props} />);
}

function Search(page: SearchProps) {
  const { words } = page;
  return (
    <Document sheet={page}>
      <div
        class="search"
        data-folder={page.url}
        data-parts={page.parts}
        data-searching={words.searching}
        data-found={words.searchFound}
        data-nothing={words.searchNothing}
        data-failed={words.searchFailed}
      >
        <header class="list-head">
          <h1 class="page-title">{page.title}</h1>
        </header>
        <Form {...page} />
        <p class="search-state" role="status"></p>
        <ol class="search-results"></ol>
        <p class="search-more">
          <button type="button" data-more="results" hidden>
            {words.searchMore}
          </button>
          <button type="button" data-more="parts" hidden>
            {words.olderStories}
          </button>
        </p>
        <OtherWays {...page} />
      </div>
    </Document>
  );
}

/** Shown by the script: without it nothing would answer. */
function Form({ url, words }: SearchProps) {
  return (
    <form class="search-form" role="search" action={url} hidden>
      <label for="search_words">{words.searchWords}</label>
      <input id="search_words" name="q" type="search" autocomplete="off" />
      <button type="submit">{words.search}</button>
    </form>
  );
}

/** Taken away by the script. */
function OtherWays({ words, otherWays }: SearchProps) {
  return (
    <div class="search-without">
      <p>{words.searchWithoutScript}</p>
      <ul>
        {otherWays.map(({ label, url }) => (
          <li>
            <a href={url}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
