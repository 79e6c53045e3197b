import { Button, Menu } from '@mantine/core'
import { IconCalculator, IconCalendarPlus, IconDownload, IconGavel } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import type { Calibrated } from './calibrated.ts'
import { listedPeople } from './use-case-facts.ts'
import { useCalibrationExport } from './use-export.ts'
import type { PeriodMeeting } from './use-meeting.ts'

interface ActionsProps {
  readonly calibrated: Calibrated
  readonly meeting: PeriodMeeting
  readonly onFormula: () => void
}

export function Actions({ calibrated, meeting, onFormula }: ActionsProps) {
  const t = useT()
  return (
    <>
      <Action icon={IconCalculator} onClick={onFormula}>
        {t('calibration.formula')}
      </Action>
      <ExportMenu calibrated={calibrated} />
      <Bring calibrated={calibrated} meeting={meeting} />
    </>
  )
}

function ExportMenu({ calibrated }: Pick<ActionsProps, 'calibrated'>) {
  const t = useT()
  const onExport = useCalibrationExport(calibrated)
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}>
          {t('calibration.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onExport('supervisors')}>{t('calibration.exportSupervisors')}</Menu.Item>
        <Menu.Item onClick={() => onExport('cases')}>{t('calibration.exportCases')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Bring({ calibrated, meeting }: Pick<ActionsProps, 'calibrated' | 'meeting'>) {
  const t = useT()
  const go = useGo()
  const bring = useCommand('calibration.toAgenda', {
    success: ({ added }) =>
      added === 0 ? t('calibration.broughtNothing') : t('calibration.brought', { count: added }),
  })
  const { id, onAgenda } = meeting
  const employeeIds = listedPeople(calibrated).filter((employee) => !onAgenda.has(employee))
  const count = employeeIds.length
  if (id === null)
    return (
      <Action kind="primary" icon={IconCalendarPlus} onClick={() => go('meeting')}>
        {t('calibration.planMeeting')}
      </Action>
    )
  const onBring = (): void =>
    bring.mutate({ runId: calibrated.run.id, meetingId: id, employeeIds } as Parameters<typeof bring.mutate>[0])
  return (
    <Action
      kind="primary"
      icon={IconGavel}
      busy={bring.isPending}
      disabledReason={count === 0 ? t('calibration.bringNothing') : null}
      onClick={onBring}
    >
      {count === 0 ? t('calibration.bringNone') : t('calibration.bring', { count })}
    </Action>
  )
}
