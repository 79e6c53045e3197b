import { runName } from '#contract/calibration-run-words.ts'
import { notEnoughSentence, proposalSentence } from '#contract/calibration-sentences.ts'
import { dimensionWords } from '#contract/calibration-words.ts'
import type { Locale } from '#contract/error-sentences.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import styles from './meeting.module.css'
import type { CaseData, RoomData } from './types.ts'
import { type CaseProposals, useCaseProposals } from './use-case-proposals.ts'

/** What the calibration the meeting looks at says of this case, in words; nothing where the meeting looks at none. */
export function CaseCalibration({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const data = useCaseProposals(room, card)
  if (data === null) return null
  const { run, isCurrent, dimensions } = data
  return (
    <PanelSection title={t('meeting.calibration')} note={t('meeting.calibrationNote')}>
      {isCurrent ? null : <Banner tone="attention">{t('meeting.calibrationStale')}</Banner>}
      {dimensions.map((one, place) => (
        // Somebody rated by two supervisors has two lines of a dimension, always in the same order.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list of one case never moves
        <p key={`${one.dimension} ${place}`} className={styles.proposal}>
          <b>{dimensionWords[one.dimension][locale]}</b>: {wordsOf(one, locale) ?? t('meeting.calibrationNoScore')}
        </p>
      ))}
      <Hint below>{t('meeting.calibrationRun', { date: format.date(run.computedAt), run: runName(run, locale) })}</Hint>
    </PanelSection>
  )
}

/** The proposal with its interval, or why nothing is proposed; null without a score. */
function wordsOf({ proposal, evidence, interval }: CaseProposals['dimensions'][number], locale: Locale): string | null {
  if (proposal.kind === 'proposed') return proposalSentence(proposal, interval, locale)
  if (proposal.kind === 'no-score') return null
  return proposal.because.map((reason) => notEnoughSentence(reason, evidence, locale)).join(' ')
}
