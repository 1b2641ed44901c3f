// markdown-it-footnote 4.0.0 comes without types; this is all we use of it.
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  const footnotes: (md: MarkdownIt) => void;
  export default footnotes;
}
