// What all stories share; beside them as `content/stories/stories.11tydata.cjs`.

module.exports = {
  tags: "stories",
  layout: "story.njk",
  permalink: ({ address }) => `${address}index.html`,
};
