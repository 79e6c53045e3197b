import { IconArrowRight, IconFileImport } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { AgencyFields } from '#renderer/ui/agency/agency-fields.tsx'
import { fitCycle, localDay } from '#renderer/ui/agency/period-draft.ts'
import { PeriodFields } from '#renderer/ui/agency/period-fields.tsx'
import { UnitTree } from '#renderer/ui/agency/unit-tree.tsx'
import { type ProtectionDraft, protectionProblem, protectionToSave } from '#renderer/ui/protection/protection-draft.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useGo, useSetSearch } from '#renderer/ui/use-place.ts'
import { FileStep } from './file-step.tsx'
import styles from './start.module.css'
import { StepRail } from './step-rail.tsx'
import {
  emptyDraft,
  missingIn,
  type WizardDraft,
  type WizardStep,
  wizardSteps,
  workspaceToCreate,
} from './wizard-draft.ts'

/** What was typed stays for the sitting, also when one looks at the start screen in between. */
let kept: { readonly draft: WizardDraft; readonly step: WizardStep } | null = null

/** Agency → units → period → file. Nothing is written before the last button; a refusal leaves everything typed. */
export function Wizard({ hasWorkspace }: { readonly hasWorkspace: boolean }) {
  const t = useT()
  const go = useGo()
  const [today] = useState(localDay)
  const [draft, setDraft] = useState<WizardDraft>(() => kept?.draft ?? emptyDraft(today))
  const [step, setStep] = useState<WizardStep>(() => kept?.step ?? 'agency')
  useEffect(() => {
    kept = { draft, step }
  }, [draft, step])
  // A passphrase is not kept when one leaves the wizard.
  const [protection, setProtection] = useState<ProtectionDraft | null>(null)
  const panel = useFocusOnStep(step)
  const change = (part: Partial<WizardDraft>): void => setDraft((old) => ({ ...old, ...part }))
  const missing = missingIn(step, draft)
  const at = wizardSteps.indexOf(step)
  const goOn = (): void => {
    const next = wizardSteps[at + 1]
    if (missing === null && next !== undefined) setStep(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    goOn()
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the whole form, whatever field has the focus.
    <div className={styles.wizard} onKeyDown={onKeyDown}>
      <header className={styles.wizardHead}>
        <h1>{t('start.newWorkspace')}</h1>
        <span className={styles.sentence}>{t('start.wizardSentence')}</span>
        <span className={styles.grow} />
        <Action kind="quiet" onClick={() => go(hasWorkspace ? 'overview' : 'start')}>
          {t('start.leaveWizard')}
        </Action>
      </header>
      <StepRail draft={draft} current={step} onGo={setStep} />
      <section className={styles.stepPanel} aria-labelledby="wizard-step">
        <h2 id="wizard-step" ref={panel} tabIndex={-1}>
          {t(`start.step-${step}`)}
        </h2>
        <p className={styles.stepText}>{t(`start.text-${step}`)}</p>
        {step === 'agency' ? (
          <AgencyFields
            value={draft.agency}
            onChange={(agency) => change({ agency, period: fitCycle(draft.period, agency.cycle, today) })}
          />
        ) : null}
        {step === 'units' ? <UnitTree lines={draft.units} onChange={(units) => change({ units })} /> : null}
        {step === 'period' ? (
          <PeriodFields
            value={draft.period}
            cycle={draft.agency.cycle}
            today={today}
            onChange={(period) => change({ period })}
          />
        ) : null}
        {step === 'file' ? (
          <FileStep
            draft={draft}
            onPath={(path) => change({ path })}
            protection={protection}
            onProtection={setProtection}
            onGo={setStep}
          />
        ) : null}
      </section>
      <footer className={styles.wizardFoot}>
        {at === 0 ? null : <Action onClick={() => setStep(wizardSteps[at - 1] ?? 'agency')}>{t('common.back')}</Action>}
        <span className={styles.grow} />
        {step === 'file' ? (
          <CreateButtons draft={draft} protection={protection} missing={missing} onDone={() => (kept = null)} />
        ) : (
          <Action
            kind="primary"
            iconAfter={IconArrowRight}
            disabledReason={missing === null ? null : t(missing)}
            onClick={goOn}
          >
            {t('start.next')}
          </Action>
        )}
      </footer>
    </div>
  )
}

interface CreateButtonsProps {
  readonly draft: WizardDraft
  readonly protection: ProtectionDraft | null
  readonly missing: ReturnType<typeof missingIn>
  readonly onDone: () => void
}

function CreateButtons({ draft, protection, missing: missingInStep, onDone }: CreateButtonsProps) {
  const t = useT()
  const setSearch = useSetSearch()
  const create = useSecretCommand('workspace.create')
  const lacking = missingInStep ?? (protection === null ? null : protectionProblem(protection))
  const missing = lacking === null ? null : t(lacking)
  const run = async (then: 'import' | 'overview'): Promise<void> => {
    const input = workspaceToCreate(draft)
    if (input === null) return
    // The window turns to the new workspace by itself; the address says where it shall begin.
    setSearch({ then })
    const made = await create.run({ ...input, protection: protection === null ? null : protectionToSave(protection) })
    if (made !== null) onDone()
  }
  return (
    <>
      {create.error === null ? null : (
        <div className={styles.refusal}>
          <Refusal error={create.error} title={t('start.notCreated')}>
            {t('start.kept')}
          </Refusal>
        </div>
      )}
      <Action disabledReason={missing} busy={create.isPending} onClick={() => void run('overview')}>
        {t('start.create')}
      </Action>
      <Action
        kind="primary"
        icon={IconFileImport}
        disabledReason={missing}
        busy={create.isPending}
        onClick={() => void run('import')}
      >
        {t('start.createAndImport')}
      </Action>
    </>
  )
}

/** A new step begins with its heading, so that a screen reader says where one is; the first paint leaves the focus alone. */
function useFocusOnStep(step: WizardStep) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus()
  }, [step])
  return heading
}
