import type { Block } from '#application/ports/document-writer.ts'
import type { ReportFacts } from '#application/ports/report-facts.ts'
import { type Anchor, anchorCode, checkDigits, hashGroups } from '#domain/ledger/anchor.ts'
import type { Agency } from '#domain/model/agency.ts'
import { formatDate } from './indonesian/format-date.ts'
import { clockOf, dayOf, paragraph } from './letter.ts'

/**
 * Heads of the trail in the signed minutes: once one stands on paper outside the file, a trail that was rewritten, cut or
 * replaced by an older copy can be recognised. Of a closed meeting the head at its closing is printed, the same in every
 * print; what came after it (a number typed, an approval) is covered by a second one.
 */
export function trailCodeBlocks({
  trailHead,
  closingHead,
  agency,
}: Pick<ReportFacts, 'trailHead' | 'closingHead' | 'agency'>): readonly Block[] {
  if (closingHead === null) return codeOf(untilNow, trailHead, agency)
  const closing = codeOf(untilClosing, closingHead, agency)
  const later = trailHead.count - closingHead.count
  return later === 0 ? closing : [...closing, ...codeOf(sinceClosing(later), trailHead, agency)]
}

const untilNow = 'Jejak perubahan data sampai berita acara ini dibuat dapat diperiksa dengan kode berikut.'
const untilClosing = 'Jejak perubahan data sampai rapat ditutup dapat diperiksa dengan kode berikut.'
const sinceClosing = (later: number) =>
  `Sesudah rapat ditutup jejak bertambah ${later} entri; jejak sampai berita acara ini dicetak dapat diperiksa dengan kode berikut.`

function codeOf(
  sentence: string,
  head: Anchor & { readonly at: string | null },
  { zone }: Pick<Agency, 'zone'>,
): readonly Block[] {
  const { count, hash, at } = head
  const last = at === null ? [] : [`Entri terakhir: ${formatDate(dayOf(at, zone))}, ${clockOf(at, zone)} ${zone}`]
  return [
    paragraph(sentence),
    {
      kind: 'code',
      groups: hashGroups(hash),
      lines: [`Jumlah entri: ${count}`, `Angka periksa: ${checkDigits(head)}`, ...last],
      scanned: anchorCode(head),
      description: 'Kode QR jejak',
    },
  ]
}
