// The local authorities of England and Wales and which of them make up each police force area: no county is a force.
// One list, and so one file.
import { nameKey } from "../core/names.ts";

/**
 * Districts as they were in 2016, below the force and, where they have one, the county that they are in. From the ONS's
 * lookup of districts to police force areas (December 2016) and its mid-year estimates of 2019, which list districts by
 * county; Open Government Licence v3.0.
 */
const table = `
E23000001 Metropolitan Police
  E09000002 Barking and Dagenham; E09000003 Barnet; E09000004 Bexley; E09000005 Brent; E09000006 Bromley;
    E09000007 Camden; E09000008 Croydon; E09000009 Ealing; E09000010 Enfield; E09000011 Greenwich; E09000012
    Hackney; E09000013 Hammersmith and Fulham; E09000014 Haringey; E09000015 Harrow; E09000016 Havering; E09000017
    Hillingdon; E09000018 Hounslow; E09000019 Islington; E09000020 Kensington and Chelsea; E09000021 Kingston upon
    Thames; E09000022 Lambeth; E09000023 Lewisham; E09000024 Merton; E09000025 Newham; E09000026 Redbridge;
    E09000027 Richmond upon Thames; E09000028 Southwark; E09000029 Sutton; E09000030 Tower Hamlets; E09000031
    Waltham Forest; E09000032 Wandsworth; E09000033 Westminster
E23000002 Cumbria
  E10000006 Cumbria: E07000026 Allerdale; E07000027 Barrow-in-Furness; E07000028 Carlisle; E07000029 Copeland;
    E07000030 Eden; E07000031 South Lakeland
E23000003 Lancashire
  E10000017 Lancashire: E07000117 Burnley; E07000118 Chorley; E07000119 Fylde; E07000120 Hyndburn; E07000121
    Lancaster; E07000122 Pendle; E07000123 Preston; E07000124 Ribble Valley; E07000125 Rossendale; E07000126 South
    Ribble; E07000127 West Lancashire; E07000128 Wyre
  E06000008 Blackburn with Darwen; E06000009 Blackpool
E23000004 Merseyside
  E11000002 Merseyside: E08000011 Knowsley; E08000012 Liverpool; E08000013 St. Helens; E08000014 Sefton; E08000015
    Wirral
E23000005 Greater Manchester
  E11000001 Greater Manchester: E08000001 Bolton; E08000002 Bury; E08000003 Manchester; E08000004 Oldham;
    E08000005 Rochdale; E08000006 Salford; E08000007 Stockport; E08000008 Tameside; E08000009 Trafford; E08000010
    Wigan
E23000006 Cheshire
  E06000006 Halton; E06000007 Warrington; E06000049 Cheshire East; E06000050 Cheshire West and Chester
E23000007 Northumbria
  E11000007 Tyne and Wear: E08000021 Newcastle upon Tyne; E08000022 North Tyneside; E08000023 South Tyneside;
    E08000024 Sunderland; E08000037 Gateshead
  E06000057 Northumberland
E23000008 Durham
  E06000005 Darlington; E06000047 County Durham
E23000009 North Yorkshire
  E10000023 North Yorkshire: E07000163 Craven; E07000164 Hambleton; E07000165 Harrogate; E07000166 Richmondshire;
    E07000167 Ryedale; E07000168 Scarborough; E07000169 Selby
  E06000014 York
E23000010 West Yorkshire
  E11000006 West Yorkshire: E08000032 Bradford; E08000033 Calderdale; E08000034 Kirklees; E08000035 Leeds;
    E08000036 Wakefield
E23000011 South Yorkshire
  E11000003 South Yorkshire: E08000016 Barnsley; E08000017 Doncaster; E08000018 Rotherham; E08000019 Sheffield
E23000012 Humberside
  E06000010 Kingston upon Hull, City of; E06000011 East Riding of Yorkshire; E06000012 North East Lincolnshire;
    E06000013 North Lincolnshire
E23000013 Cleveland
  E06000001 Hartlepool; E06000002 Middlesbrough; E06000003 Redcar and Cleveland; E06000004 Stockton-on-Tees
E23000014 West Midlands
  E11000005 West Midlands: E08000025 Birmingham; E08000026 Coventry; E08000027 Dudley; E08000028 Sandwell;
    E08000029 Solihull; E08000030 Walsall; E08000031 Wolverhampton
E23000015 Staffordshire
  E10000028 Staffordshire: E07000192 Cannock Chase; E07000193 East Staffordshire; E07000194 Lichfield; E07000195
    Newcastle-under-Lyme; E07000196 South Staffordshire; E07000197 Stafford; E07000198 Staffordshire Moorlands;
    E07000199 Tamworth
  E06000021 Stoke-on-Trent
E23000016 West Mercia
  E10000034 Worcestershire: E07000234 Bromsgrove; E07000235 Malvern Hills; E07000236 Redditch; E07000237
    Worcester; E07000238 Wychavon; E07000239 Wyre Forest
  E06000019 Herefordshire, County of; E06000020 Telford and Wrekin; E06000051 Shropshire
E23000017 Warwickshire
  E10000031 Warwickshire: E07000218 North Warwickshire; E07000219 Nuneaton and Bedworth; E07000220 Rugby;
    E07000221 Stratford-on-Avon; E07000222 Warwick
E23000018 Derbyshire
  E10000007 Derbyshire: E07000032 Amber Valley; E07000033 Bolsover; E07000034 Chesterfield; E07000035 Derbyshire
    Dales; E07000036 Erewash; E07000037 High Peak; E07000038 North East Derbyshire; E07000039 South Derbyshire
  E06000015 Derby
E23000019 Nottinghamshire
  E10000024 Nottinghamshire: E07000170 Ashfield; E07000171 Bassetlaw; E07000172 Broxtowe; E07000173 Gedling;
    E07000174 Mansfield; E07000175 Newark and Sherwood; E07000176 Rushcliffe
  E06000018 Nottingham
E23000020 Lincolnshire
  E10000019 Lincolnshire: E07000136 Boston; E07000137 East Lindsey; E07000138 Lincoln; E07000139 North Kesteven;
    E07000140 South Holland; E07000141 South Kesteven; E07000142 West Lindsey
E23000021 Leicestershire
  E10000018 Leicestershire: E07000129 Blaby; E07000130 Charnwood; E07000131 Harborough; E07000132 Hinckley and
    Bosworth; E07000133 Melton; E07000134 North West Leicestershire; E07000135 Oadby and Wigston
  E06000016 Leicester; E06000017 Rutland
E23000022 Northamptonshire
  E10000021 Northamptonshire: E07000150 Corby; E07000151 Daventry; E07000152 East Northamptonshire; E07000153
    Kettering; E07000154 Northampton; E07000155 South Northamptonshire; E07000156 Wellingborough
E23000023 Cambridgeshire
  E10000003 Cambridgeshire: E07000008 Cambridge; E07000009 East Cambridgeshire; E07000010 Fenland; E07000011
    Huntingdonshire; E07000012 South Cambridgeshire
  E06000031 Peterborough
E23000024 Norfolk
  E10000020 Norfolk: E07000143 Breckland; E07000144 Broadland; E07000145 Great Yarmouth; E07000146 King's Lynn and
    West Norfolk; E07000147 North Norfolk; E07000148 Norwich; E07000149 South Norfolk
E23000025 Suffolk
  E10000029 Suffolk: E07000200 Babergh; E07000201 Forest Heath; E07000202 Ipswich; E07000203 Mid Suffolk;
    E07000204 St Edmundsbury; E07000205 Suffolk Coastal; E07000206 Waveney
E23000026 Bedfordshire
  E06000032 Luton; E06000055 Bedford; E06000056 Central Bedfordshire
E23000027 Hertfordshire
  E10000015 Hertfordshire: E07000095 Broxbourne; E07000096 Dacorum; E07000098 Hertsmere; E07000099 North
    Hertfordshire; E07000102 Three Rivers; E07000103 Watford; E07000240 St Albans; E07000241 Welwyn Hatfield;
    E07000242 East Hertfordshire; E07000243 Stevenage
E23000028 Essex
  E10000012 Essex: E07000066 Basildon; E07000067 Braintree; E07000068 Brentwood; E07000069 Castle Point; E07000070
    Chelmsford; E07000071 Colchester; E07000072 Epping Forest; E07000073 Harlow; E07000074 Maldon; E07000075
    Rochford; E07000076 Tendring; E07000077 Uttlesford
  E06000033 Southend-on-Sea; E06000034 Thurrock
E23000029 Thames Valley
  E10000002 Buckinghamshire: E07000004 Aylesbury Vale; E07000005 Chiltern; E07000006 South Bucks; E07000007
    Wycombe
  E10000025 Oxfordshire: E07000177 Cherwell; E07000178 Oxford; E07000179 South Oxfordshire; E07000180 Vale of
    White Horse; E07000181 West Oxfordshire
  E06000036 Bracknell Forest; E06000037 West Berkshire; E06000038 Reading; E06000039 Slough; E06000040 Windsor and
    Maidenhead; E06000041 Wokingham; E06000042 Milton Keynes
E23000030 Hampshire
  E10000014 Hampshire: E07000084 Basingstoke and Deane; E07000085 East Hampshire; E07000086 Eastleigh; E07000087
    Fareham; E07000088 Gosport; E07000089 Hart; E07000090 Havant; E07000091 New Forest; E07000092 Rushmoor;
    E07000093 Test Valley; E07000094 Winchester
  E06000044 Portsmouth; E06000045 Southampton; E06000046 Isle of Wight
E23000031 Surrey
  E10000030 Surrey: E07000207 Elmbridge; E07000208 Epsom and Ewell; E07000209 Guildford; E07000210 Mole Valley;
    E07000211 Reigate and Banstead; E07000212 Runnymede; E07000213 Spelthorne; E07000214 Surrey Heath; E07000215
    Tandridge; E07000216 Waverley; E07000217 Woking
E23000032 Kent
  E10000016 Kent: E07000105 Ashford; E07000106 Canterbury; E07000107 Dartford; E07000108 Dover; E07000109
    Gravesham; E07000110 Maidstone; E07000111 Sevenoaks; E07000112 Shepway; E07000113 Swale; E07000114 Thanet;
    E07000115 Tonbridge and Malling; E07000116 Tunbridge Wells
  E06000035 Medway
E23000033 Sussex
  E10000011 East Sussex: E07000061 Eastbourne; E07000062 Hastings; E07000063 Lewes; E07000064 Rother; E07000065
    Wealden
  E10000032 West Sussex: E07000223 Adur; E07000224 Arun; E07000225 Chichester; E07000226 Crawley; E07000227
    Horsham; E07000228 Mid Sussex; E07000229 Worthing
  E06000043 Brighton and Hove
E23000034 City of London
  E09000001 City of London
E23000035 Devon and Cornwall
  E10000008 Devon: E07000040 East Devon; E07000041 Exeter; E07000042 Mid Devon; E07000043 North Devon; E07000044
    South Hams; E07000045 Teignbridge; E07000046 Torridge; E07000047 West Devon
  E06000026 Plymouth; E06000027 Torbay; E06000052 Cornwall; E06000053 Isles of Scilly
E23000036 Avon and Somerset
  E10000027 Somerset: E07000187 Mendip; E07000188 Sedgemoor; E07000189 South Somerset; E07000190 Taunton Deane;
    E07000191 West Somerset
  E06000022 Bath and North East Somerset; E06000023 Bristol, City of; E06000024 North Somerset; E06000025 South
    Gloucestershire
E23000037 Gloucestershire
  E10000013 Gloucestershire: E07000078 Cheltenham; E07000079 Cotswold; E07000080 Forest of Dean; E07000081
    Gloucester; E07000082 Stroud; E07000083 Tewkesbury
E23000038 Wiltshire
  E06000030 Swindon; E06000054 Wiltshire
E23000039 Dorset
  E10000009 Dorset: E07000048 Christchurch; E07000049 East Dorset; E07000050 North Dorset; E07000051 Purbeck;
    E07000052 West Dorset; E07000053 Weymouth and Portland
  E06000028 Bournemouth; E06000029 Poole
W15000001 North Wales
  W06000001 Isle of Anglesey; W06000002 Gwynedd; W06000003 Conwy; W06000004 Denbighshire; W06000005 Flintshire;
    W06000006 Wrexham
W15000002 Gwent
  W06000018 Caerphilly; W06000019 Blaenau Gwent; W06000020 Torfaen; W06000021 Monmouthshire; W06000022 Newport
W15000003 South Wales
  W06000011 Swansea; W06000012 Neath Port Talbot; W06000013 Bridgend; W06000014 Vale of Glamorgan; W06000015
    Cardiff; W06000016 Rhondda Cynon Taf; W06000024 Merthyr Tydfil
W15000004 Dyfed-Powys
  W06000008 Ceredigion; W06000009 Pembrokeshire; W06000010 Carmarthenshire; W06000023 Powys
`;

/** Codes since then, or before, with the districts of 2016 that they are of; from the ONS's register of codes. */
const others = `
E06000058 Bournemouth, Christchurch and Poole: E06000028 E06000029 E07000048
E06000059 Dorset: E07000049 E07000050 E07000051 E07000052 E07000053
E06000060 Buckinghamshire: E07000004 E07000005 E07000006 E07000007
E07000244 East Suffolk: E07000205 E07000206
E07000245 West Suffolk: E07000201 E07000204
E07000246 Somerset West and Taunton: E07000190 E07000191
E06000061 North Northamptonshire: E07000150 E07000152 E07000153 E07000156
E06000062 West Northamptonshire: E07000151 E07000154 E07000155
E06000063 Cumberland: E07000026 E07000028 E07000029
E06000064 Westmorland and Furness: E07000027 E07000030 E07000031
E06000065 North Yorkshire: E07000163 E07000164 E07000165 E07000166 E07000167 E07000168 E07000169
E06000066 Somerset: E07000187 E07000188 E07000189 E07000190 E07000191
E06000048 Northumberland: E06000057
E07000097 East Hertfordshire: E07000242
E07000100 St Albans: E07000240
E07000101 Stevenage: E07000243
E07000104 Welwyn Hatfield: E07000241
E08000020 Gateshead: E08000037
E08000038 Barnsley: E08000016
E08000039 Sheffield: E08000019
`;

export interface LocalAuthority {
  readonly code: string;
  readonly name: string;
  /** The districts of 2016 that make it up: of a district, itself. */
  readonly districts: readonly string[];
  /** The code of the police force area that it is in. */
  readonly force: string;
}

interface Register {
  readonly authorities: ReadonlyMap<string, LocalAuthority>;
  /** The districts of a police force area, by its code. */
  readonly districts: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
}

let known: Register | undefined;
const register = (): Register => {
  known ??= read();
  return known;
};

/** "E07000105 Ashford; E07000106 Canterbury" → each code with its name. */
const entriesOf = (text: string): (readonly [code: string, name: string])[] =>
  [...text.replace(/\s+/g, " ").matchAll(/([EW]\d{8}) ([^;:]+?)(?=;|:|$)/g)].map(([, code = "", name = ""]) => [
    code,
    name,
  ]);

/** Names that a county or district had, or goes by, beside those in the table: Bedfordshire without Luton, to 2009. */
const namesBeside = ["Bedfordshire", "Cheshire", "Durham"];

function read(): Register {
  const authorities = new Map<string, LocalAuthority>();
  const districts = new Map<string, string[]>();
  const forces = new Map<string, string>();
  // A force begins its line, a county or the districts that are in none are set in, and what runs on further still.
  for (const block of table.trim().split(/\n(?=\S)/)) {
    const [head = "", ...rest] = block.split(/\n {2}(?=\S)/);
    const [[force, forceName] = ["", ""]] = entriesOf(head);
    forces.set(forceName, force);
    for (const group of rest) {
      const [before = "", after] = group.split(": ");
      const members = entriesOf(after ?? before);
      districts.set(force, [...(districts.get(force) ?? []), ...members.map(([code]) => code)]);
      for (const [code, name] of members) authorities.set(code, { code, name, districts: [code], force });
      if (after === undefined) continue;
      const [[code, name] = ["", ""]] = entriesOf(before);
      authorities.set(code, { code, name, districts: members.map(([one]) => one), force });
    }
  }
  for (const line of others.trim().split("\n")) {
    const [named = "", list = ""] = line.split(": ");
    const [[code, name] = ["", ""]] = entriesOf(named);
    const members = list.split(" ");
    const force = authorities.get(members[0] ?? "")?.force ?? "";
    authorities.set(code, { code, name, districts: members, force });
  }
  const isWhole = (one: LocalAuthority): boolean => one.districts.length === districts.get(one.force)?.length;
  const all = [...authorities.values()];
  const shared = all.filter((one) => forces.get(one.name) === one.force && !isWhole(one)).map(({ name }) => name);
  const names = all.filter(({ name }) => !forces.has(name)).map(({ name }) => nameKey(name));
  return { authorities, districts, names: new Set(names), shared: new Set([...shared, ...namesBeside].map(nameKey)) };
}

/** The local authority or county of a code; nothing for any other code. */
export const localAuthority = (code: string): LocalAuthority | undefined =>
  register().authorities.get(code.trim().toUpperCase());

/** The code of a police force area that has the very districts of a county, as Gloucestershire has; nothing where none. */
export function sameAreaAs(code: string): string | undefined {
  const one = localAuthority(code);
  return one && register().districts.get(one.force)?.length === one.districts.length ? one.force : undefined;
}

/** Whether a name is a local authority's or a county's, and no police force's. */
export const isAuthorityName = (name: string): boolean => register().names.has(nameKey(name));

/** Whether a name is that of a police force and of a smaller county or district. */
export const isSharedName = (name: string): boolean => register().shared.has(nameKey(name));

/** How local authorities make up a police force area: the fewest that do, or what they lack. */
export interface Cover {
  readonly codes: readonly string[];
  /** The names of districts that are in none of them. */
  readonly lacking: readonly string[];
}

/** Which of some local authorities, given by code, make up the force of that code, each district in one of them. */
export function coverOf(force: string, codes: Iterable<string>): Cover {
  const left = new Set(register().districts.get(force));
  const found = [...new Set(codes)].flatMap((code) => localAuthority(code) ?? []).filter((one) => one.force === force);
  const used = found
    .sort((a, b) => b.districts.length - a.districts.length || (a.code < b.code ? -1 : 1))
    .filter(({ districts }) => {
      if (!districts.every((one) => left.has(one))) return false;
      for (const one of districts) left.delete(one);
      return true;
    });
  return { codes: used.map(({ code }) => code), lacking: [...left].map((code) => localAuthority(code)?.name ?? code) };
}
