import { IconCopy } from '@tabler/icons-react'
import { modelSentence } from '#contract/calibration-words.ts'
import type { CalibrationModel } from '#domain/calibration/calibration-result.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { FigureList } from '#renderer/ui/figure-list.tsx'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { PlainTable, TableHead } from '#renderer/ui/plain-table.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import type { Calibrated } from './calibrated.ts'
import styles from './calibration.module.css'
import { termWords } from './term-words.ts'

interface FormulaPanelProps {
  readonly calibrated: Calibrated
  /** The choices that are not the standard ones, in words. */
  readonly chosen: readonly string[]
  readonly onClose: () => void
}

/** One click deeper: the model with its figures, the limits in use, warnings, and what makes the result repeatable. */
export function FormulaPanel({ calibrated, chosen, onClose }: FormulaPanelProps) {
  const t = useT()
  const locale = useLocale()
  const go = useGo()
  const { model } = calibrated.result
  return (
    <SidePanel
      name="calibration"
      title={t('calibration.formula')}
      under={t(`calibration.dimension-${calibrated.result.dimension}`)}
      onClose={onClose}
    >
      <PanelSection title={t(`calibration.model-${model.main}`)}>
        <p>{modelSentence(model, locale)}</p>
        <p className={styles.formula}>{t(`calibration.formula-${model.main}`)}</p>
        <ModelFigures calibrated={calibrated} />
      </PanelSection>
      <Variances model={model} />
      <FixedEffects calibrated={calibrated} />
      <PanelSection title={t('calibration.limits')}>
        <Limits calibrated={calibrated} />
      </PanelSection>
      <PanelSection title={t('calibration.warnings')}>
        {model.warnings.length === 0 ? (
          <p>{t('calibration.noWarnings')}</p>
        ) : (
          <ul className={styles.findings}>
            {model.warnings.map((warning) => (
              <li key={warning}>{t(`calibration.warning-${warning}`)}</li>
            ))}
          </ul>
        )}
      </PanelSection>
      <Provenance calibrated={calibrated} chosen={chosen} />
      <p className={styles.further}>
        <TextLink onClick={() => go('calibration-pages', { page: 'statistics' })}>
          {t('calibration.moreStatistics')}
        </TextLink>
      </p>
    </SidePanel>
  )
}

function Provenance({ calibrated, chosen }: Pick<FormulaPanelProps, 'calibrated' | 'chosen'>) {
  const t = useT()
  const format = useFormat()
  const { run, inputsHash } = calibrated
  const copy = async (): Promise<void> => {
    await shell().copyText(inputsHash)
    notify(t('calibration.hashCopied'), { tone: 'information' })
  }
  return (
    <PanelSection title={t('calibration.provenance')}>
      <p>
        {t('calibration.computedBy', { when: format.dateTime(run.computedAt), who: run.computedBy })}{' '}
        {run.reason === '' ? t('calibration.choicesStandard') : t('calibration.choicesReason', { reason: run.reason })}
      </p>
      {chosen.length === 0 ? null : <p>{t('calibration.notStandard', { choices: chosen.join('; ') })}</p>}
      <FigureList
        rows={[
          [t('calibration.modelVersion'), run.modelVersion],
          [t('calibration.engineVersion'), run.engineVersion],
        ]}
      />
      <div className={styles.hash}>
        <span>
          {t('calibration.inputsHash')}
          <code>{inputsHash.replace(/(.{8})(?=.)/g, '$1 ')}</code>
        </span>
        <IconAction label={t('calibration.copyHash')} icon={IconCopy} onClick={() => void copy()} />
      </div>
      <p>{t('calibration.provenanceWhy')}</p>
    </PanelSection>
  )
}

function ModelFigures({ calibrated }: { readonly calibrated: Calibrated }) {
  const t = useT()
  const format = useFormat()
  const { model, reliability } = calibrated.result
  const value = format.number(reliability.value, 2)
  return (
    <FigureList
      rows={[
        [
          t('calibration.psi'),
          `${format.number(model.psi.value, 2)} (${t(`calibration.psiSource-${model.psi.source}`)})`,
        ],
        ...(model.logLik === null ? [] : [[t('calibration.logLik'), format.number(model.logLik, 4)] as const]),
        [
          t('calibration.achievementReliability'),
          reliability.kind === 'assumed'
            ? t('calibration.reliability-assumed', { value })
            : t('calibration.reliability-computed', {
                value,
                people: reliability.people,
                indicators: format.number(reliability.indicators, 1),
              }),
        ],
      ]}
    />
  )
}

const panelVarianceNames = ['leniency', 'team', 'employee', 'supervisorResidual', 'panelResidual'] as const

function Variances({ model }: { readonly model: CalibrationModel }) {
  const t = useT()
  const format = useFormat()
  const { panelVariances, supervisorVariance, residualVariance } = model
  const rows: (readonly [string, string])[] = []
  if (panelVariances === null) {
    if (supervisorVariance !== null)
      rows.push([t('calibration.supervisorVariance'), format.number(supervisorVariance, 3)])
    if (residualVariance !== null) rows.push([t('calibration.residualVariance'), format.number(residualVariance, 3)])
  } else {
    for (const name of panelVarianceNames)
      rows.push([t(`calibration.variance-${name}`), format.number(panelVariances[name], 3)])
  }
  return rows.length === 0 ? null : (
    <PanelSection title={t('calibration.variances')}>
      <FigureList rows={rows} />
    </PanelSection>
  )
}

function FixedEffects({ calibrated }: { readonly calibrated: Calibrated }) {
  const t = useT()
  const format = useFormat()
  const { model } = calibrated.result
  return model.fixed.length === 0 ? null : (
    <PanelSection title={t('calibration.fixed')}>
      <PlainTable>
        <TableHead
          columns={[
            { name: t('calibration.term') },
            { name: t('calibration.estimate'), isFigure: true },
            { name: t('calibration.standardError'), isFigure: true },
          ]}
        />
        <tbody>
          {model.fixed.map(({ term, estimate, se }) => (
            <tr key={term}>
              <td>{termWords(calibrated, term, t)}</td>
              <td data-align="right">{format.number(estimate, 3)}</td>
              <td data-align="right">{format.number(se, 3)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </PanelSection>
  )
}

function Limits({ calibrated }: { readonly calibrated: Calibrated }) {
  const t = useT()
  const format = useFormat()
  const { flag, evidence, mostShift, roundTo, achievementCap } = calibrated.result.options
  return (
    <ul className={styles.findings}>
      <li>
        {t('calibration.limitFlag', {
          q: format.number(flag.q, 2),
          points: flag.points,
          probability: format.percent(flag.probability, 0),
          probable: flag.probablePoints,
        })}
      </li>
      <li>
        {t('calibration.limitEvidence', {
          people: evidence.people,
          reliability: format.number(evidence.reliability, 2),
          missing: format.percent(evidence.achievementMissing, 0),
        })}
      </li>
      <li>{t('calibration.limitShift', { most: mostShift, round: roundTo })}</li>
      <li>{t('calibration.limitCap', { cap: achievementCap })}</li>
    </ul>
  )
}
