// The areas that statistics are published for, by the names and codes seen in real files, and which is part of which.
import { nameKey } from "../core/names.ts";
import { localAuthority, sameAreaAs } from "./local-authorities.ts";

export const areaTypes = ["force", "region", "country", "partnership"] as const;
export type AreaType = (typeof areaTypes)[number];

export interface Area {
  readonly name: string;
  readonly type: AreaType;
  readonly code?: string;
  readonly aliases: readonly string[];
  /** The area that its figures are part of: a force's region, a region's country, a partnership's force. */
  readonly within?: string;
}

/** Code, name, the area it is within, and other whole names it is given. */
type Line = readonly [code: string, name: string, within: string, ...aliases: string[]];

const of = (type: AreaType, lines: readonly Line[]): Area[] =>
  lines.map(([code, name, within, ...aliases]) => ({
    name,
    type,
    aliases,
    ...(code !== "" && { code }),
    ...(within !== "" && { within }),
  }));

const countries = of("country", [
  ["K04000001", "England and Wales", "", "England and Wales (inc. BTP)", "England & Wales"],
  ["K04000001", "England and Wales (exc. BTP)", ""],
  ["E92000001", "England", "England and Wales"],
  ["W92000004", "Wales", "England and Wales"],
]);

const regions = of("region", [
  ["E12000001", "North East", "England"],
  ["E12000002", "North West", "England"],
  ["E12000003", "Yorkshire and The Humber", "England", "Yorkshire and the Humber"],
  ["E12000004", "East Midlands", "England"],
  ["E12000005", "West Midlands", "England"],
  ["E12000006", "East", "England", "East of England"],
  ["E12000007", "London", "England"],
  ["E12000008", "South East", "England"],
  ["E12000009", "South West", "England"],
]);

const forces = of("force", [
  ["E23000036", "Avon and Somerset", "South West"],
  ["E23000026", "Bedfordshire", "East"],
  ["E23000023", "Cambridgeshire", "East"],
  ["E23000006", "Cheshire", "North West"],
  ["E23000013", "Cleveland", "North East"],
  ["E23000002", "Cumbria", "North West"],
  ["E23000018", "Derbyshire", "East Midlands"],
  ["E23000035", "Devon and Cornwall", "South West"],
  ["E23000039", "Dorset", "South West"],
  ["E23000008", "Durham", "North East"],
  ["W15000004", "Dyfed-Powys", "Wales", "Dyfed Powys"],
  ["E23000028", "Essex", "East"],
  ["E23000037", "Gloucestershire", "South West"],
  ["E23000005", "Greater Manchester", "North West"],
  ["W15000002", "Gwent", "Wales"],
  ["E23000030", "Hampshire", "South East", "Hampshire and Isle of Wight"],
  ["E23000027", "Hertfordshire", "East"],
  ["E23000012", "Humberside", "Yorkshire and The Humber"],
  ["E23000032", "Kent", "South East"],
  ["E23000003", "Lancashire", "North West"],
  ["E23000021", "Leicestershire", "East Midlands"],
  ["E23000020", "Lincolnshire", "East Midlands"],
  ["E23000034", "City of London", "London", "London, City of", "City of London Police"],
  ["E23000004", "Merseyside", "North West"],
  ["E23000001", "Metropolitan Police", "London", "Metropolitan Police Service", "Met Police"],
  ["E23000024", "Norfolk", "East"],
  ["W15000001", "North Wales", "Wales"],
  ["E23000009", "North Yorkshire", "Yorkshire and The Humber"],
  ["E23000022", "Northamptonshire", "East Midlands"],
  ["E23000007", "Northumbria", "North East"],
  ["E23000019", "Nottinghamshire", "East Midlands"],
  ["W15000003", "South Wales", "Wales"],
  ["E23000011", "South Yorkshire", "Yorkshire and The Humber"],
  ["E23000015", "Staffordshire", "West Midlands"],
  ["E23000025", "Suffolk", "East"],
  ["E23000031", "Surrey", "South East"],
  ["E23000033", "Sussex", "South East"],
  ["E23000029", "Thames Valley", "South East"],
  ["E23000017", "Warwickshire", "West Midlands"],
  ["E23000016", "West Mercia", "West Midlands"],
  ["E23000014", "West Midlands", "West Midlands"],
  ["E23000010", "West Yorkshire", "Yorkshire and The Humber"],
  ["E23000038", "Wiltshire", "South West"],
  ["", "British Transport Police", "England and Wales", "BTP", "British Transport Police(2006)"],
]);

/** The community safety partnerships of Gloucestershire, one for each district. */
const partnerships = of("partnership", [
  ["E22000093", "Cheltenham", "Gloucestershire", "E07000078"],
  ["E22000094", "Cotswold", "Gloucestershire", "E07000079"],
  ["E22000095", "Forest of Dean", "Gloucestershire", "E07000080"],
  ["E22000096", "Gloucester", "Gloucestershire", "E07000081"],
  ["E22000097", "Stroud", "Gloucestershire", "E07000082"],
  ["E22000098", "Tewkesbury", "Gloucestershire", "E07000083"],
]);

/** All of them; a lookup file adds to these. */
const areas: readonly Area[] = [...countries, ...regions, ...forces, ...partnerships];

export type AreaMatch =
  | { readonly key: string; readonly area: Area | undefined; readonly contradiction?: Area; readonly label?: string }
  /** A force's name beside the code of something else, a county or a district: it is that, and how it is named. */
  | { readonly key: string; readonly area: undefined; readonly notForce: Area; readonly label: string }
  /** The name is of a region and of a force, and nothing says which. */
  | { readonly ambiguous: readonly Area[] };

export interface Gazetteer {
  /** Which area a name means, by its whole name or code, with a code or a type to tell apart two of one name. */
  find(name: string, code?: string, type?: AreaType): AreaMatch;
  /** The 43 territorial forces of England and Wales. */
  readonly forces: readonly Area[];
  /** The areas that have figures as parts of this one. */
  partsOf(area: Area): readonly Area[];
}

/** The nine letters and digits by which the ONS names every area; its first three say of which kind the area is. */
export const isOnsCode = (text: string): boolean => /^[EWKNSJLM]\d{8}$/i.test(text.trim());
const ofForces = /^(E23|W15)/i;
/** What an area is by its code, in a word. */
const byPrefix = [
  [/^E1[01]/i, "county"],
  [/^(E0[6-9]|W06)/i, "local authority"],
  [/^E12/i, "region"],
] as const;

/** What the area of a code is, in a word or, where there is none, by the code. */
const kindOfCode = (code: string): string =>
  byPrefix.find(([prefix]) => prefix.test(code.trim()))?.[1] ?? code.trim().toUpperCase();

/** A force's name that something else has: "Kent (county)". */
export const besideForce = (name: string, code: string): string => `${name} (${kindOfCode(code)})`;

/** What the names of forces may end in. */
const endings = [" constabulary", " police service", " police"];

/** "Gloucestershire Constabulary", "West Midlands (region)" → what is left of the name to look up, and the type said. */
function spoken(name: string): { plain: string; type: AreaType | undefined } {
  const said = nameKey(name);
  const type = said.endsWith(")") ? areaTypes.find((one) => said.endsWith(` (${one})`)) : undefined;
  const named = type === undefined ? said : said.slice(0, -` (${type})`.length);
  const ending = endings.find((one) => named.endsWith(one));
  const plain = ending === undefined ? named : named.slice(0, -ending.length);
  return { plain: plain === "british transport" ? "british transport police" : plain, type };
}

/** The gazetteer of the areas known here and of those that a lookup file adds. */
export function gazetteer(added: readonly Area[] = []): Gazetteer {
  const byName = new Map<string, Area[]>();
  const byCode = new Map<string, Area[]>();
  const parts = new Map<string, Area[]>();
  const put = (map: Map<string, Area[]>, name: string, area: Area): void => {
    const list = map.get(name) ?? [];
    if (!list.some((one) => one.name === area.name && one.type === area.type)) map.set(name, [...list, area]);
  };
  for (const area of [...areas, ...added]) {
    for (const name of [area.name, ...area.aliases]) put(byName, spoken(name).plain, area);
    if (area.code !== undefined) put(byCode, area.code.toLowerCase(), area);
    if (area.within !== undefined) put(parts, nameKey(area.within), area);
  }
  /** Two areas of one name are kept apart by their types. */
  const keyOf = (plain: string, type: AreaType | undefined): string => {
    const others = type !== undefined && (byName.get(plain) ?? []).some((area) => area.type !== type);
    return others ? `${plain} (${type})` : plain;
  };
  const found = (area: Area, contradiction?: Area): AreaMatch => ({
    key: keyOf(spoken(area.name).plain, area.type),
    area,
    ...(contradiction && { contradiction }),
  });
  const memo = new Map<string, AreaMatch>();
  /** The areas of a code, or of a county's that has the very districts of a force. */
  const areasOf = (code: string): readonly Area[] =>
    byCode.get(code.toLowerCase()) ??
    (isOnsCode(code) ? (byCode.get((sameAreaAs(code) ?? "").toLowerCase()) ?? []) : []);

  const find = (name: string, code = "", type?: AreaType): AreaMatch => {
    const { plain, type: said } = spoken(name);
    const wanted = said ?? type;
    const coded = areasOf((code || name).trim());
    const named = byName.get(plain) ?? [];
    const fitting = wanted === undefined ? named : named.filter((area) => area.type === wanted);
    const both = fitting.find((area) => coded.includes(area));
    if (both) return found(both);
    if (named.length === 0 && coded[0] && code === "") return found(coded[0]);
    // A district or county that is named by its code alone.
    const authority = named.length === 0 && code === "" && isOnsCode(name) ? localAuthority(name) : undefined;
    if (authority) {
      const label = byName.has(nameKey(authority.name)) ? besideForce(authority.name, authority.code) : authority.name;
      return { key: nameKey(label), area: undefined, label };
    }
    const [force] = fitting.filter(({ type }) => type === "force");
    if (force && coded.length === 0 && isOnsCode(code) && !ofForces.test(code.trim())) {
      // A partnership may carry the code of its district.
      const partnership = fitting.find(({ type }) => type === "partnership");
      if (partnership) return found(partnership);
      const label = besideForce(force.name, code);
      return { key: nameKey(label), area: undefined, notForce: force, label };
    }
    if (fitting.length > 1) return { ambiguous: fitting };
    const [only] = fitting;
    if (only) return found(only, code === "" ? undefined : coded[0]);
    // "West Yorkshire (Met County)" beside the code of a county that is the force's very area.
    if (coded[0] && isOnsCode(code) && !byCode.has(code.trim().toLowerCase())) return found(coded[0]);
    // An unknown name beside the code of a known area is of neither the one nor the other for certain: the name wins.
    return { key: keyOf(plain, wanted), area: undefined, ...(coded[0] && { contradiction: coded[0] }) };
  };
  return {
    find(name, code = "", type) {
      const id = `${name}\n${code}\n${type ?? ""}`;
      const known = memo.get(id);
      if (known) return known;
      const answer = find(name, code, type);
      if (memo.size < 20_000) memo.set(id, answer);
      return answer;
    },
    // The British Transport Police is no force of an area.
    forces: areas.filter(({ type, code }) => type === "force" && code !== undefined),
    partsOf: (area) => parts.get(nameKey(area.name))?.filter((part) => part !== area) ?? [],
  };
}
