import { Buffer } from 'node:buffer'
import type { PageGeometry } from './page-geometry.ts'

/** A letter typeface as bytes of a WOFF2 file. `unicodeRange` (CSS) tells which characters it holds. */
export interface LetterFace {
  readonly bytes: Uint8Array
  readonly style: 'normal' | 'italic'
  readonly unicodeRange: string | null
}

export function fontRules(faces: readonly LetterFace[]): string {
  return faces
    .map(({ bytes, style, unicodeRange }) => {
      const source = `url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")`
      const range = unicodeRange === null ? '' : `unicode-range:${unicodeRange};`
      return `@font-face{font-family:"Letter";font-style:${style};font-weight:100 900;${range}src:${source}}`
    })
    .join('')
}

/** Paper and margins; on the screen the same page lies on a grey desk. */
export function pageRules({ widthMm, heightMm, marginMm }: PageGeometry): string {
  const { top, right, bottom, left } = marginMm
  const margins = `${top}mm ${right}mm ${bottom}mm ${left}mm`
  return `
@page{size:${widthMm}mm ${heightMm}mm;margin:${margins}}
@media screen{html{background:#d9dce1}body{padding:6mm 0}
main{width:${widthMm}mm;min-height:${heightMm}mm;margin:0 auto;padding:${margins};background:#fff;box-shadow:0 1px 6px #0004}
.page-break{margin:8mm -${right}mm 8mm -${left}mm;border-top:1px dashed #8a93a0}}
@media print{.page-break{break-after:page}}`
}

export const blockRules = `
*{box-sizing:border-box}
html{color-scheme:light;color:#000;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font:11pt/1.45 "Letter","Noto Serif","Bookman Old Style",Georgia,serif}
h1,h2,h3,h4,p,li,td,th,dd,dt{white-space:pre-line;overflow-wrap:anywhere}
p{margin:0 0 2.5mm}
p:has(+table),p:has(+ol),p:has(+ul){break-after:avoid}
.justify{text-align:justify}.left{text-align:left}.center{text-align:center}.right{text-align:right}
.letterhead{display:flex;align-items:center;gap:5mm;padding-bottom:2.5mm;margin-bottom:6mm;border-bottom:3pt double #000}
.letterhead .emblem{flex:none;width:20mm;height:24mm;display:flex;align-items:center;justify-content:center;
text-align:center;font-size:7pt;line-height:1.2;color:#555;border:1px dashed #777;border-radius:1mm 1mm 10mm 10mm}
.letterhead .office{flex:1;text-align:center}
.letterhead p{margin:0}
.letterhead .government{font-size:13pt;text-transform:uppercase}
.letterhead .agency{font-size:16pt;font-weight:700;line-height:1.25;text-transform:uppercase}
.letterhead .address{font-size:9pt}
h1{margin:0 0 6mm;font-size:12pt;text-align:center}
h1 span{display:block}
h2,h3,h4{display:flex;gap:2mm;margin:5mm 0 2mm;font-size:11pt;break-after:avoid}
h2 .marker,h3 .marker,h4 .marker{min-width:7mm}
h3{margin-top:3mm}h4{font-style:italic}
ol,ul{margin:0 0 3mm;padding-left:8mm}
li{margin-bottom:1mm;padding-left:1mm;text-align:justify}
dl{display:grid;grid-template-columns:max-content 1fr;gap:1mm 3mm;margin:0 0 4mm}
dt{max-width:60mm}dd{position:relative;margin:0;padding-left:4mm}dd::before{content:":";position:absolute;left:0}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:0 0 4mm;font-size:9pt;line-height:1.3}
caption{caption-side:top;text-align:left;font-weight:700;padding-bottom:1.5mm}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.5pt solid #000;padding:1mm 1.5mm;vertical-align:top;font-variant-numeric:tabular-nums}
th{background:#e9ecef;font-weight:700;text-align:center;vertical-align:middle}
.attendance td{height:9mm;vertical-align:middle}
.signatures{display:grid;column-gap:6mm;margin-top:7mm;break-inside:avoid;text-align:center}
.signatures p{margin:0}
.signatures .date{grid-column:-2/-1;margin-bottom:1mm}
.signatures .only{grid-column:-2/-1}
.signature-room{height:24mm}
.signatures .name{font-weight:700;text-decoration:underline}
.code{display:flex;align-items:center;gap:5mm;margin:0 0 4mm;break-inside:avoid}
.code svg{flex:none;width:28mm;height:28mm;shape-rendering:crispEdges}
.code p{margin:0 0 1mm;font-size:10pt}
.code .digits{display:grid;grid-template-columns:repeat(4,max-content);column-gap:3mm;font-family:"Courier New",monospace}
.note{font-size:9pt;color:#333}
.alarm{color:#a61b1b}
.open-field{padding:0 1mm;background:#fff3bf;border-bottom:1px dotted #7a5b00;font-style:italic}
.foot{margin-top:8mm;padding-top:2mm;border-top:1px solid #bbb;font-size:8pt;text-align:center;color:#444}`
