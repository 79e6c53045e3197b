import type { Block } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportMeeting } from '#application/ports/report-facts.ts'
import { formatDate, formatTime } from './indonesian/format-date.ts'
import { clockOf, dayOf, paragraph } from './letter.ts'

const dimensionWords = { 'work-results': 'hasil kerja', behaviour: 'perilaku kerja' } as const

/** The stored calibration a meeting looked at, by what anybody can find it again with; nothing where it looked at none. */
export function calibrationBlocks({ agency: { zone } }: ReportFacts, { calibration }: ReportMeeting): readonly Block[] {
  if (calibration === null) return []
  const { modelVersion, computedAt, dimensions, reason } = calibration
  const hashes = dimensions.map((one) => `${dimensionWords[one.dimension]} ${one.inputsHash.slice(0, 8)}`).join(', ')
  const when = `${formatDate(dayOf(computedAt, zone))} ${formatTime(clockOf(computedAt, zone), zone)}`
  const why =
    reason === '' ? '' : ` Pilihan perhitungannya ditetapkan dengan alasan: ${reason.trim().replace(/\.$/, '')}.`
  return [
    paragraph(
      `Rapat memperhatikan hitungan kalibrasi nilai yang dibuat ${when} (model ${modelVersion}; sidik masukan: ${hashes}).${why} Hitungan itu hanya saran dan tidak mengubah nilai siapa pun.`,
    ),
  ]
}
