// What the tests ask a page from within the browser. Playwright carries each function there as text,
// so none of them may use anything from outside itself. JavaScript, because here alone a document
// exists, and the types of the press should not know one; in-page.d.ts has the signatures.

/** Keeps count of what moves and of what the page's policy refuses; runs before the page does. */
export function watch() {
  const seen = { shift: 0, moved: [], refusals: [] };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      seen.shift += value;
      seen.moved.push(...sources.map(({ node }) => node?.className ?? node?.nodeName ?? "?"));
    }
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.refusals.push(`${event.violatedDirective} refused ${event.blockedURI}`);
  });
}

/** Waits until the page is set in its own type. */
export async function settled() {
  await document.fonts.ready;
}

/** What moved, as `watch` has seen it: nothing, or all of it and by how much of the screen. */
export async function whatMoved() {
  // Entries arrive with the frame after the one that moved.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
  const { shift, moved } = globalThis.seen;
  // A layout shift of 0 is said with three decimals; a hair's breadth at a line's end is no movement.
  return shift < 0.0005 ? [] : [`${shift.toFixed(4)} by ${moved.join(", ")}`];
}

export function whatWasRefused() {
  return globalThis.seen.refusals;
}

/** Scrolls to the end, as a reader does, and waits for every picture on the way; gives the broken ones. */
export async function readToTheEnd() {
  for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
    scrollTo(0, top);
    await new Promise((done) => requestAnimationFrame(done));
  }
  const broken = [];
  const pictures = [...document.images].filter((image) => image.checkVisibility());
  for (const image of pictures) {
    await image.decode().catch(() => broken.push(image.currentSrc || image.src));
  }
  scrollTo(0, 0);
  return broken;
}

/** Whatever makes the page wider than the screen. */
export function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return (left < 0 || right > clientWidth) && element.checkVisibility();
  });
  return [
    `${scrollWidth}px on ${clientWidth}px`,
    ...wide.map((element) => element.outerHTML.slice(0, 90)),
  ];
}

/** Lines of text that lie on one another, leave the page or are cut off. */
export function collisions() {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (node.data.trim() === "" || element.closest(".unseen, .skip, script")) continue;
    let block = element;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // The letters themselves: a line's box is higher than they are.
      const air = (bottom - top) / 4;
      const words = node.data.trim().slice(0, 40);
      lines.push({ block, element, words, left, right, top: top + air, bottom: bottom - air });
    }
  }
  const found = [];
  for (const [index, a] of lines.entries()) {
    const scrolls = a.element.closest(".table, pre, nav ul");
    if (!scrolls && (a.left < -1 || a.right > document.documentElement.clientWidth + 1)) {
      found.push(`“${a.words}” leaves the page`);
    }
    for (const b of lines.slice(index + 1)) {
      const isClear =
        a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top || b.bottom <= a.top;
      if (a.block !== b.block && !isClear) found.push(`“${a.words}” lies on “${b.words}”`);
    }
  }
  for (const element of document.querySelectorAll("body *:not(.unseen, .unseen *)")) {
    const isCut = /hidden|clip/.test(getComputedStyle(element).overflow);
    if (isCut && element.scrollHeight > element.clientHeight + 1) {
      found.push(`${element.className} is cut off`);
    }
  }
  return found;
}

/** Doubles the letters, as a reader's own setting does. */
export function doubleText() {
  document.documentElement.style.fontSize = "200%";
}

/** Whether there is more in a line than can be seen at once. */
export function doesScroll(selector) {
  const { scrollWidth, clientWidth } = document.querySelector(selector);
  return scrollWidth > clientWidth;
}

/** All of it as dark as the rest. */
export function takeFadeFrom(selector) {
  document.querySelector(selector).style.maskImage = "none";
}

/** What can be pressed and is smaller than 24 px, links within a sentence excepted (WCAG 2.5.8). */
export function smallTargets() {
  const targets = [...document.querySelectorAll("a[href], button, summary, [tabindex]")];
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let around = element.parentElement;
    while (getComputedStyle(around).display === "inline") around = around.parentElement;
    return around.textContent.trim() !== element.textContent.trim();
  };
  return targets
    .filter((element) => element.checkVisibility() && !isInSentence(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 24 || box.height < 24)
    .map(({ element, box }) => {
      const size = `${box.width.toFixed(1)}×${box.height.toFixed(1)}`;
      return `${element.textContent.trim().slice(0, 40)}: ${size}`;
    });
}

/** Everything a Tab key should reach, in the order of the source. */
export function stopsInOrder() {
  return [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility())
    .map((element) => element.outerHTML.slice(0, 100));
}

/** Where the focus is, and whether a reader can see it. */
export function focus() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  return {
    stop: element.outerHTML.slice(0, 100),
    isVisible: isOnScreen && isOutlined && !outlineColor.endsWith(", 0)"),
    isInMain: element.closest("main") !== null,
    top: top + scrollY,
  };
}

/** Text that cannot be told from what is behind it: less than 4.5 to 1. */
export function faintText() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (channels(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || !element.checkVisibility()) continue;
    const { color } = getComputedStyle(element);
    const [low, high] = [luminance(color), luminance(behind(element))].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < 4.5) found.add(`${element.className}: ${color}`);
  }
  return [...found];
}

/** Whatever moves or would move, by style. */
export function motion() {
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const style = getComputedStyle(element);
    const isStill =
      style.animationName === "none" &&
      style.transitionDuration === "0s" &&
      style.scrollBehavior === "auto";
    return isStill ? [] : [element.outerHTML.slice(0, 90)];
  });
}

/** Dates whose parts stand in the wrong order: the day of one in another language at its far end. */
export function jumbledTimes() {
  const middleOf = (text, from) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, from + 1);
    const { left, right } = range.getBoundingClientRect();
    return (left + right) / 2;
  };
  return [...document.querySelectorAll("time")]
    .filter((time) => new Set([...time.getClientRects()].map(({ top }) => top)).size === 1)
    .filter((time) => {
      const text = time.firstChild;
      const isFromRight = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text.data);
      const goesRight = middleOf(text, 0) < middleOf(text, text.length - 1);
      return goesRight === isFromRight;
    })
    .map((time) => time.outerHTML);
}

/** Whether the machine has one of these typefaces: then text set in it is as wide as in no other. */
export function hasFont(names) {
  const context = document.createElement("canvas").getContext("2d");
  const widthIn = (family) => {
    context.font = `40px ${family}`;
    return context.measureText("Visa-free travel, mmmiiiWWW").width;
  };
  return names.some((name) =>
    ["monospace", "serif", "sans-serif"].some(
      (other) => widthIn(`"${name}", ${other}`) !== widthIn(other),
    ),
  );
}

/** The search page has told what came of a question, and does not search any more. */
export function isAnswered() {
  const told = document.querySelector(".search-state")?.textContent ?? "";
  return told !== "" && !told.includes("…");
}
