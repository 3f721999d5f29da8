// Opens written workbooks without the code that wrote them: Node's own inflate, an XML parser, and the formats' standards.
import { inflateRawSync } from "node:zlib";
import { SaxesParser } from "saxes";

export interface Entry {
  readonly name: string;
  readonly text: string;
  /** Date and time as the format keeps them, in four bytes. */
  readonly time: number;
  readonly isStored: boolean;
}

/** The entries of a zipped file, in their order, by its directory. */
export function unzipped(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf("PK\u0005\u0006");
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  for (let at = bytes.readUInt32LE(end + 16), done = 0; done < count; done += 1) {
    const [method, time, size] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 12),
      bytes.readUInt32LE(at + 20),
    ];
    const [names, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const name = bytes.toString("utf8", at + 46, at + 46 + names);
    entries.push({
      name,
      time,
      isStored: method === 0,
      text: (method === 0 ? packed : inflateRawSync(packed)).toString(),
    });
    at += 46 + names + extra + comment;
  }
  return entries;
}

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** The document of a text; a fault in it is thrown. */
export function xmlOf(text: string): Node {
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const node = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (said) => {
    for (const node of open) node.text += said;
  });
  parser.write(text).close();
  return root;
}

/** Every element of a name below a node, in order. */
export function all(node: Node, name: string): Node[] {
  const found: Node[] = [];
  const search = ({ children }: Node): void => {
    for (const child of children) {
      if (child.name === name) found.push(child);
      search(child);
    }
  };
  search(node);
  return found;
}

interface Style {
  readonly wraps: boolean;
  readonly font: string;
  readonly points: number;
  readonly isUnderlined: boolean;
  readonly colour: string | undefined;
  readonly hasFill: boolean;
  /** How numbers are shown: "#,##0.00". */
  readonly format: string;
}

interface Cell {
  readonly place: string;
  readonly row: number;
  readonly column: number;
  readonly value: string;
  readonly isNumber: boolean;
  readonly style: Style;
  /** The sheet and cell that it leads to. */
  readonly link?: string;
}

/** How a sheet is printed. */
interface Print {
  readonly scale: number;
  /** The rows and columns that every page repeats. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** In letters. */
  readonly widths: readonly number[];
}

export interface Opened {
  /** By the name of a sheet. */
  readonly print: ReadonlyMap<string, Print>;
  readonly title: string;
  readonly language: string;
  readonly entries: readonly Entry[];
  readonly documents: readonly Node[];
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: readonly Cell[];
    readonly tables: readonly { readonly name: string; readonly range: string; readonly headings: readonly string[] }[];
    readonly view: { readonly cursor: string; readonly zoom: string };
  }[];
}

/** A style is worked out once, and not for each of the thousands of cells that have it. */
function once(styleOf: (...names: (string | undefined)[]) => Style): typeof styleOf {
  const known = new Map<string, Style>();
  return (...names) => {
    const key = names.join(" ");
    const style = known.get(key) ?? styleOf(...names);
    known.set(key, style);
    return style;
  };
}

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
const numberOf = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The cells of an XLSX, by its relations, its content types and its styles. */
export function openXlsx(bytes: Buffer): Opened {
  const entries = unzipped(bytes);
  const part = (name: string): Node => {
    const entry = entries.find((one) => one.name === name);
    if (!entry) throw new Error(`no part ${name}`);
    return xmlOf(entry.text);
  };
  const related = (folder: string, file: string): Map<string, string> =>
    new Map(
      entries.some(({ name }) => name === `${folder}_rels/${file}.rels`)
        ? all(part(`${folder}_rels/${file}.rels`), "Relationship").map(({ attributes }) => [
            attributes.Id ?? "",
            new URL(attributes.Target ?? "", `x:/${folder}`).pathname.slice(1),
          ])
        : [],
    );
  const styles = part("xl/styles.xml");
  const list = (name: string): Node[] => all(styles, name)[0]?.children ?? [];
  const formats = new Map(list("numFmts").map(({ attributes }) => [attributes.numFmtId, attributes.formatCode ?? ""]));
  const styleOf = once((index: string | undefined): Style => {
    const xf = list("cellXfs")[Number(index ?? 0)] as Node;
    const font = list("fonts")[Number(xf.attributes.fontId)] as Node;
    const value = (name: string): string => all(font, name)[0]?.attributes.val ?? "";
    const fill = list("fills")[Number(xf.attributes.fillId)] as Node;
    return {
      wraps: all(xf, "alignment")[0]?.attributes.wrapText === "1",
      font: value("name"),
      points: Number(value("sz")),
      isUnderlined: all(font, "u").length > 0,
      colour: all(font, "color")[0]?.attributes.rgb,
      hasFill: all(fill, "patternFill")[0]?.attributes.patternType !== "none",
      format: formats.get(xf.attributes.numFmtId) ?? "",
    };
  });
  const sheetFiles = related("xl/", "workbook.xml");
  const core = part("docProps/core.xml");
  const titles = all(part("xl/workbook.xml"), "definedName").filter(
    ({ attributes }) => attributes.name === "_xlnm.Print_Titles",
  );
  return {
    print: new Map(
      all(part("xl/workbook.xml"), "sheet").map(({ attributes }, index): [string, Print] => {
        const sheet = part(sheetFiles.get(attributes["r:id"] ?? "") ?? "");
        const own = titles.find((one) => one.attributes.localSheetId === String(index))?.text ?? "";
        for (const one of own.split(",").filter((part) => part !== ""))
          if (!one.startsWith(`'${attributes.name}'!`)) throw new Error(`${one} is of another sheet`);
        const [, row] = /\$(\d+):\$\1$/.exec(own) ?? [];
        return [
          attributes.name ?? "",
          {
            scale: Number(all(sheet, "pageSetup")[0]?.attributes.scale),
            rows: row === undefined ? [] : [Number(row)],
            columns: own.includes("!$A:$A") ? [1] : [],
            widths: all(sheet, "col").map((col) => Number(col.attributes.width)),
          },
        ];
      }),
    ),
    title: all(core, "dc:title")[0]?.text ?? "",
    language: all(core, "dc:language")[0]?.text ?? "",
    entries,
    documents: entries.map(({ text }) => xmlOf(text)),
    sheets: all(part("xl/workbook.xml"), "sheet").map(({ attributes }) => {
      const file = sheetFiles.get(attributes["r:id"] ?? "") ?? "";
      const sheet = part(file);
      const links = new Map(all(sheet, "hyperlink").map((link) => [link.attributes.ref, link.attributes.location]));
      const parts = related(file.replace(/[^/]*$/, ""), file.replace(/^.*\//, ""));
      const [view] = all(sheet, "sheetView");
      return {
        name: attributes.name ?? "",
        view: {
          cursor: all(sheet, "selection")[0]?.attributes.activeCell ?? "",
          zoom: view?.attributes.zoomScale ?? "",
        },
        tables: all(sheet, "tablePart").map((one) => {
          const table = all(part(parts.get(one.attributes["r:id"] ?? "") ?? ""), "table")[0] as Node;
          return {
            name: table.attributes.displayName ?? "",
            range: table.attributes.ref ?? "",
            headings: all(table, "tableColumn").map((column) => column.attributes.name ?? ""),
          };
        }),
        cells: all(sheet, "c").map((cell) => {
          const [, name = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell.attributes.r ?? "") ?? [];
          const link = links.get(cell.attributes.r ?? "");
          return {
            ...{ place: `${name}${row}`, row: Number(row), column: numberOf(name) },
            value: cell.text.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
            isNumber: (cell.attributes.t ?? "n") === "n",
            style: styleOf(cell.attributes.s),
            ...(link !== undefined && { link: link.replaceAll("'", "") }),
          };
        }),
      };
    }),
  };
}

/** The cells of an ODS, with the styles that they and their parents have. */
export function openOds(bytes: Buffer): Opened {
  const entries = unzipped(bytes);
  const part = (name: string): Node => xmlOf(entries.find((entry) => entry.name === name)?.text ?? "");
  const [content, styles, meta, settings] = ["content.xml", "styles.xml", "meta.xml", "settings.xml"].map(part) as [
    Node,
    Node,
    Node,
    Node,
  ];
  const named = new Map(
    [...all(content, "style:style"), ...all(styles, "style:style")].map((style) => [
      style.attributes["style:name"],
      style,
    ]),
  );
  const usual = all(styles, "style:default-style").find((one) => one.attributes["style:family"] === "table-cell");
  const property = (style: string | undefined, name: string): string | undefined => {
    const node = style === undefined ? usual : named.get(style);
    const own = node?.children.map((child) => child.attributes[name]).find((value) => value !== undefined);
    if (own !== undefined || style === undefined) return own;
    return property(node?.attributes["style:parent-style-name"], name);
  };
  const faces = new Map(all(styles, "style:font-face").map((one) => [one.attributes["style:name"], one.attributes]));
  const styleOf = once((style: string | undefined, span: string | undefined): Style => {
    const data = named.get(style)?.attributes["style:data-style-name"];
    const shown = all(content, "number:number-style").find((one) => one.attributes["style:name"] === data);
    const number = shown?.children[0]?.attributes;
    const beside = shown && shown.text !== "" ? `"${shown.text}"` : "";
    const places = Number(number?.["number:decimal-places"] ?? 0);
    const grouped = number?.["number:grouping"] === "true" ? "#,##0" : "0";
    const fill = property(style, "fo:background-color");
    const of = (name: string): string | undefined => (span ? property(span, name) : property(style, name));
    return {
      wraps: property(style, "fo:wrap-option") === "wrap",
      font: faces.get(property(style, "style:font-name"))?.["svg:font-family"] ?? "",
      points: Number.parseInt(property(style, "fo:font-size") ?? "", 10),
      isUnderlined: of("style:text-underline-style") === "solid",
      colour: of("fo:color"),
      hasFill: fill !== undefined && fill !== "transparent",
      format: number ? `${grouped}${places > 0 ? `.${"0".repeat(places)}` : ""}${beside}` : "",
    };
  });
  const ranges = all(content, "table:database-range").map(({ attributes }) => attributes);
  const item = (of: Node | undefined, name: string): string =>
    (of ? all(of, "config:config-item") : []).find((one) => one.attributes["config:name"] === name)?.text ?? "";
  const found = (root: Node, name: string, attribute: string, value: string | undefined): Node | undefined =>
    all(root, name).find((one) => one.attributes[attribute] === value);
  return {
    print: new Map(
      all(content, "table:table").map((sheet): [string, Print] => {
        const own = named.get(sheet.attributes["table:style-name"]);
        const master = found(styles, "style:master-page", "style:name", own?.attributes["style:master-page-name"]);
        const layout = found(styles, "style:page-layout", "style:name", master?.attributes["style:page-layout-name"]);
        const repeated = all(sheet, "table:table-header-rows").flatMap((head) => all(head, "table:table-row"));
        const columns = all(sheet, "table:table-column");
        const first = all(sheet, "table:table-header-columns").flatMap((head) => all(head, "table:table-column"));
        return [
          sheet.attributes["table:name"] ?? "",
          {
            scale: Number.parseInt(layout?.children[0]?.attributes["style:scale-to"] ?? "", 10),
            rows: repeated.map((row) => all(sheet, "table:table-row").indexOf(row) + 1),
            columns: first.map((column) => columns.indexOf(column) + 1),
            widths: columns.map(
              (column) =>
                Number.parseFloat(property(column.attributes["table:style-name"], "style:column-width") ?? "") / 0.24,
            ),
          },
        ];
      }),
    ),
    title: all(meta, "dc:title")[0]?.text ?? "",
    language: all(meta, "dc:language")[0]?.text ?? "",
    entries,
    documents: entries.filter(({ name }) => name !== "mimetype").map(({ text }) => xmlOf(text)),
    sheets: all(content, "table:table").map((sheet) => {
      const name = sheet.attributes["table:name"] ?? "";
      const cells = all(sheet, "table:table-row").flatMap((row, above) =>
        row.children.map((cell, before): Cell => {
          const type = cell.attributes["office:value-type"];
          const [link] = all(cell, "text:a");
          const [span] = all(cell, "text:span");
          return {
            ...{ place: `${letters(before + 1)}${above + 1}`, row: above + 1, column: before + 1 },
            value: type === "float" ? (cell.attributes["office:value"] ?? "") : cell.text,
            isNumber: type === "float",
            style: styleOf(cell.attributes["table:style-name"], span?.attributes["text:style-name"]),
            ...(link && { link: (link.attributes["xlink:href"] ?? "").replace(/^#(\w+)\./, "$1!") }),
          };
        }),
      );
      const heads = all(sheet, "table:table-header-rows").flatMap((head) => all(head, "table:table-cell"));
      const view = all(settings, "config:config-item-map-entry").find((one) => one.attributes["config:name"] === name);
      return {
        ...{ name, cells },
        view: {
          cursor: `${letters(Number(item(view, "CursorPositionX")) + 1)}${Number(item(view, "CursorPositionY")) + 1}`,
          zoom: item(view, "ZoomValue"),
        },
        tables: ranges
          .filter((range) => range["table:target-range-address"]?.startsWith(`${name}.`))
          .map((range) => ({
            name: range["table:name"] ?? "",
            range: (range["table:target-range-address"] ?? "").replaceAll(`${name}.`, ""),
            headings: heads.map((cell) => cell.text),
          })),
      };
    }),
  };
}
