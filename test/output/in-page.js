// What tests ask of a page, in the browser that shows it.
globalThis.inPage = {
  openAll() {
    for (const one of document.querySelectorAll("details")) one.open = true;
  },

  /** How much wider the page is than the screen. */
  overflow: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

  /** What reaches beyond the right edge, besides what stands in a region that scrolls. */
  cut(selector, edge) {
    return [...document.querySelectorAll(selector)]
      .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().right > edge + 1)
      .map((one) => one.outerHTML.slice(0, 120));
  },

  /** The drawings that are shown of each chart, and how large a letter of 13 is in them. */
  drawings: () =>
    [...document.querySelectorAll("figure")].map((figure) =>
      [...figure.querySelectorAll("svg")]
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => ({
          size: one.getAttribute("class"),
          letter: (13 * one.getBoundingClientRect().width) / one.viewBox.baseVal.width,
        })),
    ),

  /** Of each table that is shown, whether it is wider than its room, and whether the keyboard stops before it. */
  tables: () =>
    [...document.querySelectorAll(".scroll")]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => ({
        scrolls: one.scrollWidth > one.clientWidth,
        stops: getComputedStyle(one.querySelector(".hint")).visibility === "visible",
      })),

  /** The size of the smallest letters that are shown, in pixels; those of a drawing as it is shown. */
  smallest() {
    const texts = [...document.querySelectorAll("body *")].filter(
      (one) =>
        one.getClientRects().length > 0 && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
    );
    const sizes = texts.map((one) => {
      const picture = one.closest("svg");
      const { viewBox } = picture ?? {};
      const box = picture?.getBoundingClientRect();
      const scale = picture ? Math.min(box.width / viewBox.baseVal.width, box.height / viewBox.baseVal.height) : 1;
      return Number.parseFloat(getComputedStyle(one).fontSize) * scale;
    });
    return Math.min(...sizes);
  },

  /** Numbers what the keyboard should reach, in the order of the page; answers with how many there are. */
  number() {
    const shown = [...document.querySelectorAll("a, summary, [tabindex='0']")].filter(
      (one) =>
        one.getClientRects().length > 0 &&
        getComputedStyle(one).visibility === "visible" &&
        (one.matches("summary") || !one.closest("details:not([open])")),
    );
    for (const [index, one] of shown.entries()) one.dataset.place = String(index);
    return shown.length;
  },

  /** The places that the keyboard has come to, in turn, since it was followed. */
  reached: [],
  follow() {
    document.addEventListener("focusin", ({ target }) => this.reached.push(target.dataset.place));
  },

  focused() {
    const { id, dataset } = document.activeElement;
    return { id, place: dataset.place, left: document.activeElement.getBoundingClientRect().left };
  },

  /** Texts of a picture that stand on another or outside it. */
  texts() {
    const picture = document.documentElement;
    if (picture.tagName !== "svg") return ["it is no SVG"];
    const root = picture.getBoundingClientRect();
    const texts = [...document.querySelectorAll("text")].map((one) => ({
      words: one.textContent,
      box: one.getBoundingClientRect(),
    }));
    return texts.flatMap(({ words, box }, index) => {
      const isIn = box.left >= root.left - 1 && box.right <= root.right + 1;
      const isBetween = box.top >= root.top - 1 && box.bottom <= root.bottom + 1;
      const under = texts.slice(index + 1).filter((other) => {
        // Letters do not fill the line that they stand on: the boxes of two lines may touch.
        const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        return x > 1 && y > 4;
      });
      return [
        ...(isIn && isBetween ? [] : [`outside: ${words}`]),
        ...under.map((other) => `${words} / ${other.words}`),
      ];
    });
  },
};
