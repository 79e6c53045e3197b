import type { Block } from '#application/ports/document-writer.ts'
import type { ReportFacts } from '#application/ports/report-facts.ts'
import { anchorCode, checkDigits, hashGroups } from '#domain/ledger/anchor.ts'
import { formatDate } from './indonesian/format-date.ts'
import { clockOf, dayOf, paragraph } from './letter.ts'

/**
 * The head of the trail in the signed minutes: once it stands on paper outside the file, a trail that was rewritten, cut
 * or replaced by an older copy can be recognised.
 */
export function trailCodeBlocks({ trailHead, agency }: Pick<ReportFacts, 'trailHead' | 'agency'>): readonly Block[] {
  const { count, hash, at } = trailHead
  const { zone } = agency
  const last = at === null ? [] : [`Entri terakhir: ${formatDate(dayOf(at, zone))}, ${clockOf(at, zone)} ${zone}`]
  return [
    paragraph('Jejak perubahan data sampai berita acara ini dibuat dapat diperiksa dengan kode berikut.'),
    {
      kind: 'code',
      groups: hashGroups(hash),
      lines: [`Jumlah entri: ${count}`, `Angka periksa: ${checkDigits(trailHead)}`, ...last],
      scanned: anchorCode(trailHead),
      description: 'Kode QR jejak',
    },
  ]
}
