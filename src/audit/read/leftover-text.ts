// Text that was left in a comment by mistake.
/** Text that was left in a comment by mistake: references to cells of a sheet, and what was still to be filled in. */
export const leftoverText: readonly { readonly class: "stray-reference" | "placeholder"; readonly pattern: RegExp }[] =
  [
    {
      class: "stray-reference",
      pattern: /(?<![A-Za-z0-9])\$?[A-Z]{1,3}\$?[1-9]\d{0,6}:\$?[A-Z]{1,3}\$?[1-9]\d{0,6}|\b\w+![$A-Z]{1,4}\$?\d+/g,
    },
    {
      class: "placeholder",
      pattern:
        /#(REF|N\/A|VALUE|DIV\/0|NAME\??|NULL|NUM)!?|\bX{2,}(\.X+)?%?(?![a-z])|\b(TBC|TBA|TBD|TODO|FIXME)\b|\blorem ipsum\b|\[(insert|tbc|add|figure|comment)[^\]]*\]|<(insert|tbc|add)[^>]*>|\?{3,}|\{\{[^}]*\}\}|_{4,}/gi,
    },
  ];
