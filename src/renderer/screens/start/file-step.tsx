import { Switch } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { periodCalendar } from '#domain/rules/period-calendar.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { Action } from '#renderer/ui/action.tsx'
import { rulePackChoices } from '#renderer/ui/agency/period-draft.ts'
import { emptyProtection, type ProtectionDraft } from '#renderer/ui/protection/protection-draft.ts'
import { ProtectionFields } from '#renderer/ui/protection/protection-fields.tsx'
import styles from './start.module.css'
import { fileNameOf, type WizardDraft, type WizardStep } from './wizard-draft.ts'

interface FileStepProps {
  readonly draft: WizardDraft
  readonly onPath: (path: string) => void
  /** Null: a plain file. */
  readonly protection: ProtectionDraft | null
  readonly onProtection: (protection: ProtectionDraft | null) => void
  readonly onGo: (step: WizardStep) => void
}

/** Where the file shall stand, whether it is encrypted, and everything that will be in it, to read once more. */
export function FileStep({ draft, onPath, protection, onProtection, onGo }: FileStepProps) {
  const t = useT()
  const choose = async (): Promise<void> => {
    const path = await shell().saveFileDialog({
      purpose: 'workspace',
      title: t('start.placeTitle'),
      defaultName: fileNameOf(draft.agency.name),
      extension: 'timbang',
    })
    if (path !== null) onPath(path)
  }
  return (
    <>
      <div className={styles.place}>
        <Action icon={IconFolder} onClick={() => void choose()}>
          {t(draft.path === null ? 'start.choosePlace' : 'start.changePlace')}
        </Action>
        <span className={styles.chosenPath}>{draft.path ?? t('start.placeNone')}</span>
      </div>
      <div className={styles.protection}>
        <Switch
          size="sm"
          label={t('protection.wizardSwitch')}
          description={t('protection.wizardHint')}
          checked={protection !== null}
          onChange={(event) => onProtection(event.currentTarget.checked ? emptyProtection : null)}
        />
        {protection === null ? null : (
          <ProtectionFields
            value={protection}
            onChange={onProtection}
            fileName={draft.path?.split(/[\\/]/).at(-1) ?? fileNameOf(draft.agency.name)}
          />
        )}
      </div>
      <Summary draft={draft} onGo={onGo} />
    </>
  )
}

function Summary({ draft, onGo }: Pick<FileStepProps, 'draft' | 'onGo'>) {
  const t = useT()
  const { agency, period } = draft
  const units = draft.units.filter((line) => line.name.trim() !== '')
  const packs = rulePackChoices.filter((pack) => pack.required || period.rulePacks.includes(pack.id))
  const lines: readonly { readonly step: WizardStep; readonly words: string }[] = [
    {
      step: 'agency',
      words: [agency.name, agency.government, agency.place, agency.zone, agency.paper]
        .filter((part) => part !== '')
        .join(' · '),
    },
    {
      step: 'units',
      words: `${t('start.unitCount', { count: units.length })}: ${units
        .slice(0, 6)
        .map((unit) => unit.name.trim())
        .join(', ')}${units.length > 6 ? ' …' : ''}`,
    },
    {
      step: 'period',
      words: [periodCalendar(period.kind, period.year, period.ordinal).name, ...packs.map((pack) => t(pack.text))].join(
        ' · ',
      ),
    },
  ]
  return (
    <dl className={styles.summary}>
      {lines.map(({ step, words }) => (
        <div key={step}>
          <dt>{t(`start.step-${step}`)}</dt>
          <dd>{words}</dd>
          <dd>
            <Action
              kind="quiet"
              size="small"
              ariaLabel={t('start.editStep', { step: t(`start.step-${step}`) })}
              onClick={() => onGo(step)}
            >
              {t('common.edit')}
            </Action>
          </dd>
        </div>
      ))}
    </dl>
  )
}
