import type { DocumentModel } from '#application/ports/document-writer.ts'

/** Millimetres. F4 (folio) is 215 × 330 mm in Indonesian offices. */
const PAPERS = { A4: [210, 297], F4: [215, 330] } as const
const MARGINS = {
  portrait: { top: 20, right: 20, bottom: 22, left: 30 },
  landscape: { top: 20, right: 20, bottom: 20, left: 25 },
} as const

export interface PageGeometry {
  readonly widthMm: number
  readonly heightMm: number
  readonly marginMm: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Width between the margins. */
  readonly textWidthMm: number
}

/** Size and margins of a page as official letters use them; the left margin leaves room for filing. */
export function pageGeometry({ paper, orientation }: Pick<DocumentModel, 'paper' | 'orientation'>): PageGeometry {
  const [short, long] = PAPERS[paper]
  const [widthMm, heightMm] = orientation === 'portrait' ? [short, long] : [long, short]
  const marginMm = MARGINS[orientation]
  return { widthMm, heightMm, marginMm, textWidthMm: widthMm - marginMm.left - marginMm.right }
}

/** Millimetres in the unit of Word: twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}
