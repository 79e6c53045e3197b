import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Dossier } from '#contract/dossier.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { DossierBody, type DossierFocus } from '#renderer/ui/dossier/dossier-body.tsx'
import { DossierTruth } from '#renderer/ui/dossier/dossier-truth.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import styles from './staff.module.css'

export interface DossierPanelProps {
  readonly periodId: string
  readonly employeeId: string
  readonly focus: DossierFocus | null
  readonly onClose: () => void
}

/** The employee behind the current row, evidence first, with the way into the meeting. */
export function DossierPanel({ periodId, employeeId, focus, onClose }: DossierPanelProps) {
  const t = useT()
  const [printing, setPrinting] = useState(false)
  const query = useCall('dossier.get', { periodId, employeeId }, { keepPrevious: true })
  const dossier = query.data
  return (
    <SidePanel
      title={dossier?.employee.name ?? t('staff.dossierPanel')}
      name="staff"
      onClose={onClose}
      {...(dossier === undefined ? {} : { under: <DossierTruth dossier={dossier} /> })}
      footer={
        <>
          <TakeToMeeting periodId={periodId} employeeId={employeeId} dossier={dossier} />
          <Action icon={IconPrinter} onClick={() => setPrinting(true)}>
            {t('staff.print')}
          </Action>
        </>
      }
    >
      <QueryView query={query}>{(data) => <DossierBody dossier={data} focus={focus} />}</QueryView>
      {printing && dossier !== undefined ? <PrintSheet dossier={dossier} onDone={() => setPrinting(false)} /> : null}
    </SidePanel>
  )
}

interface TakeToMeetingProps {
  readonly periodId: string
  readonly employeeId: string
  readonly dossier: Dossier | undefined
}

function TakeToMeeting({ periodId, employeeId, dossier }: TakeToMeetingProps) {
  const t = useT()
  const meetings = useCall('meetings.list', { periodId })
  const take = useCommand('meetings.addToAgenda', { success: t('staff.taken') })
  const open = meetings.data?.some((meeting) => meeting.state !== 'closed') ?? false
  const why = !open ? t('staff.noMeeting') : dossier?.state.onAgenda === true ? t('staff.alreadyTaken') : null
  return (
    <Action
      kind="primary"
      fullWidth
      busy={take.isPending}
      disabledReason={why}
      onClick={() => take.mutate({ meetingId: null, periodId, employeeIds: [employeeId] })}
    >
      {t('staff.takeToMeeting')}
    </Action>
  )
}

/** The dossier alone on paper: a copy outside the frame that only the printer sees. */
function PrintSheet({ dossier, onDone }: { readonly dossier: Dossier; readonly onDone: () => void }) {
  useEffect(() => {
    window.print()
    onDone()
  }, [onDone])
  return createPortal(
    <div className={styles.printSheet} data-print-sheet>
      <h1>{dossier.employee.name}</h1>
      <p>{dossier.period.name}</p>
      <DossierTruth dossier={dossier} />
      <DossierBody dossier={dossier} focus="work" />
    </div>,
    document.body,
  )
}
