import { useT } from '#renderer/i18n/i18n.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import type { Place } from '#renderer/ui/places.ts'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { openSupport } from '#renderer/ui/support/support-store.ts'
import { TextLink } from '#renderer/ui/text-link.tsx'
import styles from './frame.module.css'

const keyRows = [
  ['Alt 1 … 7', 'help.keyPlaces'],
  ['Ctrl K', 'help.keySearch'],
  ['Ctrl Z', 'help.keyUndo'],
  ['Ctrl Y', 'help.keyRedo'],
  ['F1', 'help.keyHelp'],
  ['Shift ←↑↓→', 'help.keyGrid'],
  ['Ctrl D', 'help.keyFill'],
  ['Enter', 'help.keyEdit'],
] as const

const terms = [
  ['help.termPredicate', 'help.termPredicateText'],
  ['help.termLevel', 'help.termLevelText'],
  ['help.termWorkPlan', 'help.termWorkPlanText'],
  ['help.termResult', 'help.termResultText'],
  ['help.termGuide', 'help.termGuideText'],
  ['help.termInitial', 'help.termInitialText'],
  ['help.termConsent', 'help.termConsentText'],
  ['help.termTrail', 'help.termTrailText'],
] as const

/** F1: what this place is for, the keys, and the field's terms. */
export function HelpPanel({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const t = useT()
  return (
    <SidePanel name="help" title={`${t('help.title')}: ${t(`common.${place}`)}`} onClose={onClose} defaultWidth={340}>
      <p className={styles.helpText}>{t(`help.${place}`)}</p>
      <p className={styles.helpText}>
        <TextLink onClick={openSupport}>{t('support.menu')}</TextLink>
      </p>
      <PanelSection title={t('help.keys')}>
        <dl className={styles.keys}>
          {keyRows.flatMap(([keys, words]) => [
            <dt key={keys}>
              <KeyHint keys={keys} />
            </dt>,
            <dd key={words}>{t(words)}</dd>,
          ])}
        </dl>
      </PanelSection>
      <PanelSection title={t('help.glossary')}>
        <dl className={styles.terms}>
          {terms.flatMap(([term, text]) => [<dt key={term}>{t(term)}</dt>, <dd key={text}>{t(text)}</dd>])}
        </dl>
      </PanelSection>
    </SidePanel>
  )
}
