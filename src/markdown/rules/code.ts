// Code between fences, printed as it is. It scrolls where it is wide, so it can be reached by key.

import type { Token } from "markdown-it";

/** Prints a fenced block with its language, where that is a plain word such as `yaml` or `c++`. */
export function code(token: Token, escape: (text: string) => string): string {
  const language = /^\s*([\w+#.-]+)/.exec(token.info)?.[1];
  const name = language === undefined ? "" : ` class="language-${language}"`;
  return `<pre tabindex="0"><code${name}>${escape(token.content)}</code></pre>\n`;
}
