// A newspaper as users of Eleventy build one: a Markdown file a story, Nunjucks layouts, lists from
// collections. What many pages need is worked out once, as a careful user would.

const ZONE = "Europe/London";
const PAGE_LENGTH = 24;
const MONTH_LENGTH = 120;
const FEED_LENGTH = 30;

module.exports = function configure(config) {
  config.setQuietMode(true);
  // Quotation marks as the other systems print them.
  config.amendLibrary("md", (md) => md.set({ html: false, typographer: true }));
  config.addPassthroughCopy({ assets: "assets" });
  addCollections(config);
  config.addFilter("moment", momentOf);
  config.addFilter("clock", (date) => clock.format(date));
  config.addFilter("weekday", (date) => weekday.format(date));
  config.addFilter("isoDay", (date) => date.toISOString().slice(0, 10));
  config.addGlobalData("now", () => new Date());
  config.addFilter("slug", slugOf);
  config.addFilter("related", relatedTo);
  config.addFilter("words", (html) => html.replaceAll(/<[^>]+>/g, " ").split(/\s+/).length);
  config.addFilter("minutes", (words) => Math.ceil(words / 230));
  config.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  config.addFilter("without", (list, others) => list.filter((item) => !others.includes(item)));
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "_site" },
    // No template language runs in a story, here as in the other systems.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
};

function addCollections(config) {
  const newest = (api) => api.getFilteredByTag("stories").reverse();
  const groups = (api) => ({
    section: groupBy(newest(api), ({ data }) => [data.section]),
    topic: groupBy(newest(api), ({ data }) => data.topics),
    author: groupBy(newest(api), ({ data }) => data.authors),
    corrected: groupBy(newest(api), ({ data }) => (data.corrections ? ["Corrections"] : [])),
  });
  config.addCollection("newest", newest);
  config.addCollection("sectionStories", (api) => Object.fromEntries(groups(api).section));
  config.addCollection("lists", (api) => {
    const { section, topic, author, corrected } = groups(api);
    return [
      ...pagesOf("section", section, (slug) => `/${slug}/`),
      ...pagesOf("topic", topic, (name) => `/topics/${slugOf(name)}/`),
      ...pagesOf("author", author, (slug) => `/authors/${slug}/`),
      ...pagesOf("corrected", corrected, () => "/corrections/"),
    ];
  });
  config.addCollection("archive", (api) => archiveOf(newest(api)));
  config.addCollection("feeds", (api) => {
    const { section, topic, author, corrected } = groups(api);
    const feedsOf = (group, addressOf) =>
      [...group].map(([key, stories]) => feedOf(key, addressOf(key), stories));
    return [
      feedOf("The Bench", "/", newest(api)),
      ...feedsOf(section, (slug) => `/${slug}/`),
      ...feedsOf(topic, (name) => `/topics/${slugOf(name)}/`),
      ...feedsOf(author, (slug) => `/authors/${slug}/`),
      ...feedsOf(corrected, () => "/corrections/"),
    ];
  });
  config.addCollection("months", (api) => [
    ...groupBy(newest(api), ({ date }) => [date.toISOString().slice(0, 7)]),
  ]);
}

function groupBy(stories, keysOf) {
  const groups = new Map();
  for (const story of stories)
    for (const key of keysOf(story)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(story);
    }
  return groups;
}

/** Lists of lists, which Eleventy's own pagination does not cut. */
function pagesOf(kind, groups, addressOf) {
  return [...groups].flatMap(([key, stories]) =>
    cutsOf(stories, addressOf(key), PAGE_LENGTH).map((cut) => ({ kind, key, ...cut })),
  );
}

/** The first page takes what is over; the others are full, and number 1 is the oldest. */
function cutsOf(stories, front, length) {
  const last = Math.max(0, Math.floor(stories.length / length) - 1);
  const over = stories.length - last * length;
  const pageOf = (number) => (number > 0 ? `${front}page/${number}/` : undefined);
  const first = { front, address: front, older: pageOf(last), stories: stories.slice(0, over) };
  const numbered = Array.from({ length: last }, (_, index) => ({
    front,
    number: last - index,
    address: pageOf(last - index),
    older: pageOf(last - index - 1),
    stories: stories.slice(over + index * length, over + (index + 1) * length),
  }));
  return [first, ...numbered];
}

/** The archive, its years, months and days, named `2019`, `2019-05` and `2019-05-31`. */
function archiveOf(newest) {
  const days = byDay(newest);
  const months = groupBy([...days.keys()], (day) => [day.slice(0, 7)]);
  const years = groupBy([...months.keys()], (month) => [month.slice(0, 4)]);
  return [
    overview("", years, { month: "long" }),
    ...[...years].map(([year, ofYear]) =>
      overview(year, new Map(ofYear.map((month) => [month, months.get(month)])), {
        day: "numeric",
      }),
    ),
    ...[...months].flatMap(([month, ofMonth]) =>
      listed(
        month,
        ofMonth.flatMap((day) => days.get(day)),
        MONTH_LENGTH,
        (stories) => ({
          days: [...byDay(stories)].map(([day, ofDay]) => ({ ...linkTo(day), stories: ofDay })),
        }),
      ),
    ),
    ...[...days].flatMap(([day, ofDay]) =>
      listed(day, ofDay, PAGE_LENGTH, (stories) => ({ stories })),
    ),
  ];
}

function byDay(stories) {
  return groupBy(stories, ({ date }) => [momentOf(date).slice(0, 10)]);
}

/** A page of the periods below one, and of those below them. */
function overview(period, parts, form) {
  const periods = [...parts].map(([part, below]) => ({
    ...linkTo(part),
    parts: below.map((name) => linkTo(name, form)),
  }));
  return { ...titled(period), address: addressOfPeriod(period), periods };
}

/** The pages of a period's stories. */
function listed(period, ofPeriod, length, shown) {
  const cuts = cutsOf(ofPeriod, addressOfPeriod(period), length);
  return cuts.map(({ stories, ...cut }) => ({ ...titled(period), ...cut, ...shown(stories) }));
}

function titled(period) {
  const wholes = ["", period.slice(0, 4), period.slice(0, 7)].filter((whole) => whole !== period);
  const trail = period ? [...new Set(wholes)].map((whole) => linkTo(whole)) : [];
  return { title: nameOf(period), trail };
}

function linkTo(period, form) {
  return { label: nameOf(period, form), url: addressOfPeriod(period) };
}

function addressOfPeriod(period) {
  return period ? `/archive/${period.replaceAll("-", "/")}/` : "/archive/";
}

const WHOLE_FORMS = {
  4: { year: "numeric" },
  7: { year: "numeric", month: "long" },
  10: { year: "numeric", month: "long", day: "numeric" },
};
const formats = new Map();

function nameOf(period, form = WHOLE_FORMS[period.length]) {
  if (!period) return "Archive";
  const key = Object.keys(form).join();
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...form }));
  return formats.get(key).format(new Date(period));
}

function feedOf(title, address, stories) {
  return { title, address, stories: stories.slice(0, FEED_LENGTH) };
}

/** Stories by topic, newest first, with the place of each: made once for each list of stories. */
const indexes = new WeakMap();

function topicIndex(newest) {
  if (!indexes.has(newest)) {
    const byTopic = groupBy(newest, ({ data }) => data.topics);
    const places = new Map(
      [...byTopic].map(([topic, stories]) => [
        topic,
        new Map(stories.map((story, place) => [story.url, place])),
      ]),
    );
    indexes.set(newest, { byTopic, places });
  }
  return indexes.get(newest);
}

/** Four older stories on the same topics. */
function relatedTo(newest, url, topics) {
  const { byTopic, places } = topicIndex(newest);
  const found = new Set();
  for (const topic of topics) {
    const place = places.get(topic).get(url);
    for (const story of byTopic.get(topic).slice(place + 1, place + 5)) found.add(story);
  }
  return [...found].sort((a, b) => b.date - a.date).slice(0, 4);
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, dateStyle: "full" });

const offsets = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, timeZoneName: "longOffset" });

/** `2019-05-31T12:46:00+01:00`. */
function momentOf(date) {
  const offset = offsets.format(date).endsWith("+01:00") ? "+01:00" : "+00:00";
  const shifted = offset === "+01:00" ? new Date(date.getTime() + 3_600_000) : date;
  return shifted.toISOString().slice(0, 19) + offset;
}

function slugOf(name) {
  return name.toLowerCase().replaceAll(" ", "-");
}
