// ONS table C2: recorded crime by community safety partnership; a force's own row has its partnership cells blank.
import type { SheetSource } from "./sheet.ts";

export const onsC2: SheetSource = {
  name: "ONS C2",
  headings: [/^community safety partnership name$/i, /^police force area name$/i],
  title: /community safety partnership/i,
  areas: [
    {
      name: /^community safety partnership name$/i,
      code: /^community safety partnership code$/i,
      type: "partnership",
    },
    { name: /^police force area name$/i, code: /^police force area code$/i, type: "force" },
  ],
  rules: [{ heading: /^(?!local authority)./i, kind: "count", series: "own", period: "title" }],
};
