// The one script of the paper: searches the index that lies below the search page, and prints what it
// finds. What to say and where the index is stands in the page. Nothing is asked of anybody else.

/** How many parts of each language one search reads; more when the reader asks for older stories. */
const REACH = 16;
/** Results at a time; each is a file. */
const SHOWN = 10;
/** A bracket as Pagefind writes it. */
const ESCAPED = /&[lg]t;/g;

const page = document.querySelector(".search");
const form = page.querySelector("form");
const state = page.querySelector(".search-state");
const list = page.querySelector(".search-results");
const moreResults = page.querySelector('[data-more="results"]');
const moreParts = page.querySelector('[data-more="parts"]');
const { folder, searching, found, nothing, failed } = page.dataset;
const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
/** In the address of what may have changed, so that no cache answers for it. */
const metaCacheTag = String(Date.now());

/** Names of parts not yet opened, by language, the newest first. */
const unopened = new Map();
for (const part of page.dataset.parts.split(" ")) {
  const language = part.split("/", 1)[0];
  unopened.set(language, [...(unopened.get(language) ?? []), part]);
}
/** The programs that search what is open, by language. */
const programs = new Map();
/** Results not yet shown. */
let waiting = [];
let total = 0;

page.querySelector(".search-without").hidden = true;
form.hidden = false;
form.elements.q.value = query;
moreResults.addEventListener("click", () => void tell(showMore));
moreParts.addEventListener("click", () => void tell(search));
if (query !== "") void tell(search);

/** Whatever goes wrong, the reader is told. */
async function tell(work) {
  state.textContent = searching;
  try {
    state.textContent = await work();
  } catch {
    state.textContent = failed;
  }
}

async function search() {
  await Promise.all([...unopened.keys()].map(openMore));
  const answers = await Promise.all([...programs].map(ask));
  waiting = answers.flat().sort((a, b) => b.score - a.score);
  total = waiting.length;
  list.replaceChildren();
  moreParts.hidden = [...unopened.values()].every((names) => names.length === 0);
  return showMore();
}

async function ask([language, program]) {
  const { results } = await program.search(query);
  return results.map(({ score, data }) => ({ score, data, language }));
}

/** Opens the next parts of a language, with its program where they are the first. */
async function openMore(language) {
  if (!programs.has(language)) programs.set(language, await start(language));
  const program = programs.get(language);
  const names = unopened.get(language).splice(0, REACH);
  await Promise.all(names.map((name) => open(name, language, program)));
}

async function start(language) {
  const program = await import(`${folder}${language}/start/pagefind.js`);
  await program.options({ metaCacheTag });
  await program.init();
  return program;
}

/** A part that is being made anew is not there for a moment, and the others answer without it. */
async function open(name, language, program) {
  const entry = `${folder}${name}/pagefind-entry.json?ts=${metaCacheTag}`;
  if (!(await fetch(entry)).ok) return;
  await program.mergeIndex(`${folder}${name}/`, { language, metaCacheTag, baseUrl: "/" });
}

async function showMore() {
  const next = waiting.splice(0, SHOWN);
  const items = await Promise.all(next.map(async (result) => item(await result.data(), result)));
  list.append(...items);
  moreResults.hidden = waiting.length === 0;
  const count = new Intl.NumberFormat(document.documentElement.lang).format(total);
  return total === 0 ? nothing : found.replace("{count}", count);
}

/** Text is set as text, and never read as markup. */
function item(story, { language }) {
  const { url, meta } = story;
  const link = element("a", meta.title);
  link.href = url;
  const headline = element("h2", link);
  const genre = meta.genre ? [element("p", meta.genre)] : [];
  for (const label of genre) label.className = "kicker";
  const date = element("p", meta.date ?? "");
  date.className = "small";
  const entry = element("li", ...genre, headline, element("p", ...marked(story)), date);
  entry.lang = language;
  for (const part of entry.children) part.dir = "auto";
  return entry;
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/**
 * What Pagefind cut out of a story, as text and marks, with dots where it was cut. Pagefind writes
 * `<mark>` around the words it found and escapes every other bracket, but no `&`: which `&lt;` was a
 * bracket and which a word of the story shows in the story itself, where they stand in the same order.
 */
function marked({ excerpt, plain_excerpt: cut, content, raw_content: escaped }) {
  const whole = escaped.replaceAll("\u200B", "");
  const start = whole.indexOf(cut);
  const signs = content.match(/&[lg]t;|[<>]/g) ?? [];
  let sign = whole.slice(0, start).match(ESCAPED)?.length ?? 0;
  const runs = excerpt.split(/<\/?mark>/).map((run, index) => {
    const text = run.replaceAll(ESCAPED, (found) => signs[sign++] ?? found);
    return index % 2 === 1 ? element("mark", text) : text;
  });
  const isCut = start + cut.length < whole.trimEnd().length;
  return [start > 0 ? "…" : "", ...runs, isCut ? "…" : ""];
}
