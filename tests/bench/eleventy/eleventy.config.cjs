// A newspaper as users of Eleventy build one: a Markdown file a story, Nunjucks layouts, lists from
// collections. What many pages need is worked out once, as a careful user would.

const ZONE = "Europe/London";
const PAGE_LENGTH = 24;
const FEED_LENGTH = 30;

module.exports = function configure(config) {
  config.setQuietMode(true);
  // Quotation marks as the other systems print them.
  config.amendLibrary("md", (md) => md.set({ html: false, typographer: true }));
  config.addPassthroughCopy({ assets: "assets" });
  addCollections(config);
  config.addFilter("moment", momentOf);
  config.addFilter("clock", (date) => clock.format(date));
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
  });
  config.addCollection("newest", newest);
  config.addCollection("sectionStories", (api) => Object.fromEntries(groups(api).section));
  config.addCollection("lists", (api) => {
    const { section, topic, author } = groups(api);
    return [
      ...pagesOf("section", section, (slug) => `/${slug}/`),
      ...pagesOf("topic", topic, (name) => `/topics/${slugOf(name)}/`),
      ...pagesOf("author", author, (slug) => `/authors/${slug}/`),
    ];
  });
  // The templates that print these are there only when the other systems print feeds too.
  config.addCollection("feeds", (api) => {
    const { section, topic, author } = groups(api);
    const feedsOf = (group, addressOf) =>
      [...group].map(([key, stories]) => feedOf(key, addressOf(key), stories));
    return [
      feedOf("The Bench", "/", newest(api)),
      ...feedsOf(section, (slug) => `/${slug}/`),
      ...feedsOf(topic, (name) => `/topics/${slugOf(name)}/`),
      ...feedsOf(author, (slug) => `/authors/${slug}/`),
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
  return [...groups].flatMap(([key, stories]) => {
    const address = addressOf(key);
    const count = Math.ceil(stories.length / PAGE_LENGTH);
    return Array.from({ length: count }, (_, index) => ({
      kind,
      key,
      front: address,
      address: index === 0 ? address : `${address}page/${index + 1}/`,
      number: index + 1,
      older: index + 1 < count ? `${address}page/${index + 2}/` : undefined,
      stories: stories.slice(index * PAGE_LENGTH, (index + 1) * PAGE_LENGTH),
    }));
  });
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
