// How a page looks: on a desk, on a phone, in print, and where the reader has chosen the colours.

/** The colour of headings' rules, links and notices, where the plan says none. */
const ACCENT = "#12436D";

/** The style, with the accent colour of the plan, which its schema has checked. */
export const styleWith = (accent = ACCENT): string => `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#fff;color:#0b0c0c;font:1rem/1.5 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
header,nav,main,footer{max-width:75rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2rem}
main{padding-bottom:2rem}
main:focus{outline:none}
h1{font-size:2rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:1rem;border-top:2px solid ${accent}}
h3{font-size:1.1875rem;line-height:1.3;margin:2rem 0 .5rem}
p,ul,ol,dl{max-width:46rem;margin:0 0 1rem}
ul,ol{padding-left:1.25rem}
li{margin-bottom:.25rem}
a{color:${accent};text-underline-offset:.15em}
a:hover{text-decoration-thickness:3px}
:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px;background-color:#fd0}
.skip{position:absolute;left:-999rem;background:#fd0;color:#0b0c0c;padding:.5rem 1rem}
.skip:focus{left:0;top:0;z-index:2}
nav{padding-top:1rem}
nav h2{font-size:1.1875rem;margin:0 0 .5rem;padding:0;border:0}
nav ol{list-style:none;padding:0;max-width:none;columns:22rem;column-gap:2rem}
dt{font-weight:bold}
dd{margin:0 0 .5rem}
footer{border-top:1px solid #767676;margin-top:2rem;padding-top:1rem;padding-bottom:3rem}
footer dl{display:flex;flex-wrap:wrap;gap:.25rem 2.5rem;max-width:none}
header h2{font-size:1.1875rem;margin:1.5rem 0 .5rem;padding:0;border:0}
.notice p,.notice ul{margin-bottom:.25rem}
.notice{margin:0 0 1rem;border-left:5px solid ${accent};padding:.5rem 1rem}
.about{color:#3d3d3d}
.scroll{overflow-x:auto;margin:1.5rem 0 1rem}
.hint{display:block;visibility:hidden;height:0;position:sticky;left:0;width:fit-content;font-size:.875rem}
.hint::after{content:" \\2192"/""}
@supports (animation-timeline:scroll()){
.hint{animation:scrolls linear both;animation-timeline:scroll(nearest inline)}
.scroll{animation:more linear both;animation-timeline:scroll(self inline)}
}
@keyframes scrolls{from,to{visibility:visible;height:1.75rem}}
@keyframes more{from,90%{box-shadow:inset -1.25rem 0 1rem -1rem #0b0c0c80}to{box-shadow:none}}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:bold;font-size:1rem;padding:0 0 .5rem}
caption span{position:sticky;left:0;display:inline-block;width:max-content;max-width:min(60rem,calc(100vw - 3.5rem))}
th,td{padding:.375rem .5rem;text-align:right;vertical-align:top;border-bottom:1px solid #bfbfbf;overflow-wrap:normal}
thead th{vertical-align:bottom;border-bottom:2px solid #0b0c0c}
thead th[colspan]{text-align:left;border-bottom:1px solid #767676}
.w,.n{text-align:left}
.n{padding-left:0}
.g{padding-left:1.25rem}
tbody th{text-align:left;padding-left:0;font-weight:normal;min-width:9rem;max-width:17rem;position:sticky;left:0;background:#fff}
.said th,.said td{border-bottom:0}
.comment td{text-align:left;padding:0 0 .625rem}
.comment div{position:sticky;left:0;max-width:min(46rem,calc(100vw - 3.5rem));padding-left:.75rem;border-left:3px solid #a285d1}
td.w:last-child{min-width:6.5rem}
.v{white-space:nowrap;font-weight:bold}
.achieved{color:#0D3558}
.unmet{color:#6B3FA6}
.unjudged{color:#3d3d3d}
.notes{font-size:.875rem;padding:0;list-style:none}
figure{margin:2rem 0}
.finding{font-weight:bold;margin:0 0 .75rem;max-width:53.75rem}
figcaption{color:#3d3d3d;font-size:.875rem;margin-top:.5rem}
.many{list-style:none;padding:0;max-width:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.5rem 2rem}
.many .spark{display:block;margin:.25rem 0}
.many span{font-size:.875rem}
svg{display:block;height:auto}
.wide{width:53.75rem;max-width:100%}
.narrow{display:none;width:100%;max-width:26rem}
details{margin:0 0 1rem}
summary{cursor:pointer;color:${accent};text-decoration:underline;text-underline-offset:.15em;padding:.25rem 0;width:fit-content}
.counts{font-size:1.125rem;max-width:none}
.overview td,.overview th{padding-top:.25rem;padding-bottom:.25rem}
.overview td{white-space:nowrap}
.overview td.ids{white-space:normal;min-width:5rem;font-size:.75rem}
.overview .group th{padding-top:.75rem;max-width:none;border-bottom:1px solid #767676;position:static}
.group div{position:sticky;left:0;width:fit-content;max-width:calc(100vw - 3.5rem)}
.group span{color:#3d3d3d}
.spark{display:inline-block;vertical-align:middle}
.by td{min-width:5.5rem}
.list{max-width:none;columns:22rem;column-gap:2rem}
.list li{break-inside:avoid}
.files{overflow-wrap:anywhere}
@media (max-width:48rem){
header,nav,main,footer{padding-left:1rem;padding-right:1rem}
h1{font-size:1.625rem}
h2{font-size:1.3125rem}
tbody th{max-width:10rem;min-width:7rem}
.overview td.ids{white-space:nowrap}
.by td,.by th{min-width:0;padding-left:.25rem;padding-right:.25rem}
.by .v{white-space:normal}
tbody th,.by th:first-child{padding-left:0}
td.w{min-width:7.5rem}
}
@media screen and (max-width:48rem){
.wide{display:none}
.narrow{display:block}
}
@media (forced-colors:active){
svg{forced-color-adjust:none;background:#fff}
:focus-visible{outline-color:Highlight}
}
@page{size:A4 landscape;margin:12mm}
@page overview{size:A4 portrait;margin:12mm}
@media print{
body{font-size:10pt}
header,nav,main,footer{max-width:none;padding:0}
nav,.skip,.hint,details:not([open]){display:none}
h2{margin-top:8mm}
h2,h3,.about,caption,.finding{break-after:avoid}
figcaption{break-before:avoid;font-size:8pt}
.many{grid-template-columns:repeat(4,1fr)}
.many li{break-inside:avoid}
.scroll{overflow:visible;break-inside:avoid;animation:none}
header,.overview,.tall{page:overview}
.tall .wide{max-height:225mm}
:is(h2,.about):has(+.tall),h2:has(+.about+.tall){page:overview}
header{padding-top:0}
h1{font-size:16pt;margin-bottom:2mm}
header p{margin-bottom:2mm}
.overview h2{margin:3mm 0 1mm;padding-top:2mm}
.overview,.overview table,.counts{font-size:8pt}
.overview .notes{font-size:7.5pt;line-height:1.3;margin:0}
.overview .notes li{margin:0}
.overview td.ids{font-size:7pt;min-width:0}
.overview td,.overview th{padding:.1rem .3rem}
.overview .group th{padding-top:.25rem}
.overview .scroll{margin:1mm 0;break-inside:auto}
.group{break-after:avoid}
.overview tbody th{max-width:none}
.wide{max-height:124mm}
table{font-size:8.5pt}
th,td{padding-top:.2rem;padding-bottom:.2rem}
thead{display:table-header-group}
tbody th{position:static}
td.w:last-child{min-width:9em}
tr,figure{break-inside:avoid}
.said{break-after:avoid}
a{color:inherit;text-decoration:none}
}
`;
