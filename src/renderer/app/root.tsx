import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { chosenPeriodOf, rememberPeriod } from '#renderer/ui/chosen-period.ts'
import { lastPlaceOf, rememberPlace } from '#renderer/ui/last-place.ts'
import { navigationPlaces } from '#renderer/ui/places.ts'
import { ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { useSettings } from '#renderer/ui/settings.ts'
import { ErrorState, LoadingState } from '#renderer/ui/states.tsx'
import { useGo, usePlace } from '#renderer/ui/use-place.ts'
import { type OpenWorkspace, WorkspaceContext, type WorkspaceValue } from '#renderer/ui/workspace-context.ts'
import { useFocusKeeper } from './focus-keeper.ts'
import styles from './frame/frame.module.css'
import { Frame } from './frame/frame.tsx'
import { UnlockPage } from './lock/unlock-page.tsx'
import { useAutoLock } from './lock/use-auto-lock.ts'
import { usePreferences, useShellSettings } from './preferences.ts'
import { StartWindow } from './start-window.tsx'
import { useLaunch } from './use-launch.ts'

/** The whole window: without a workspace the start screen, with one the frame around the chosen place. */
export function Root() {
  const t = useT()
  const status = useCall('workspace.status', {})
  const { operatorName } = usePreferences()
  useShellSettings(useSettings())
  const { place, search } = usePlace()
  const protection = useCall('protection.state', {})
  const waiting = protection.data?.waiting ?? null
  const workspace = protection.isPending ? undefined : status.data
  useRightPlace(waiting === null ? workspace : undefined)
  useFocusKeeper()
  const launchJob = useLaunch(workspace)

  if (waiting !== null) return <UnlockPage waiting={waiting} />
  if (workspace === undefined) {
    return status.error === null ? (
      <div className={styles.alone}>
        <LoadingState />
      </div>
    ) : (
      <ErrorState error={status.error} onRetry={() => void status.refetch()} />
    )
  }
  // While the address follows the workspace, no screen is shown in a window it is not made for.
  const isStart = place === 'start'
  const isInspection = place === 'inspect'
  if (workspace === null || isInspection || (isStart && search.new !== undefined)) {
    return (
      <>
        <StartWindow>{isStart || isInspection ? <Outlet /> : null}</StartWindow>
        <ProgressDialog jobId={launchJob} title={t('common.exampleMaking')} />
      </>
    )
  }
  return (
    <OpenWindow workspace={workspace} operatorName={operatorName} encrypted={protection.data?.encrypted ?? false}>
      {isStart ? null : <Outlet />}
    </OpenWindow>
  )
}

/** Without a workspace there is only the start screen; opening one leads to where one was in it. */
function useRightPlace(workspace: OpenWorkspace | null | undefined): void {
  const go = useGo()
  const { history } = useRouter()
  const { place, search } = usePlace()
  const path = useRef<string | null | undefined>(undefined)
  useEffect(() => {
    if (workspace === undefined) return
    const before = path.current
    path.current = workspace?.path ?? null
    if (workspace === null) {
      // On the way there counts: a damaged file leads to its inspection, whose code may still be on its way.
      const next = history.location.pathname.slice(1)
      if (![place, next].some(isWithoutWorkspace)) go('start')
      return
    }
    const justOpened = before !== undefined && before !== workspace.path
    const nowhere = place === null || (place === 'start' && search.new === undefined)
    // The wizard asks in its address to begin with the import.
    if (nowhere || (justOpened && isWithoutWorkspace(place))) {
      go(search.then === 'import' ? 'import' : lastPlaceOf(workspace.path))
    }
  }, [workspace, place, search, go, history])
}

/** Places that need no open workspace. */
const isWithoutWorkspace = (place: string | null): boolean => place === 'start' || place === 'inspect'

interface OpenWindowProps {
  readonly workspace: OpenWorkspace
  readonly operatorName: string | null
  readonly encrypted: boolean
  readonly children: React.ReactNode
}

function OpenWindow({ workspace, operatorName, encrypted, children }: OpenWindowProps) {
  const t = useT()
  const { data: preferences } = useCall('preferences.get', {})
  useAutoLock(encrypted, preferences?.autoLockMinutes ?? 0)
  const [chosen, setChosen] = useState<string | null>(null)
  const period = chosenPeriodOf(workspace, chosen)
  const value = useMemo<WorkspaceValue>(
    () => ({
      workspace,
      period,
      choosePeriod: (periodId) => {
        setChosen(periodId)
        rememberPeriod(workspace.path, periodId)
      },
    }),
    [workspace, period],
  )
  const title = [workspace.agency.name, period?.name, t('common.appName')]
    .filter((part) => part !== undefined)
    .join(' · ')
  useEffect(() => {
    void shell().setTitle(title)
  }, [title])
  const { place } = usePlace()
  useEffect(() => {
    const shown = navigationPlaces.find((candidate) => candidate === place)
    if (shown !== undefined) rememberPlace(workspace.path, shown)
  }, [workspace.path, place])
  return (
    <WorkspaceContext value={value}>
      <Frame operatorName={operatorName}>{children}</Frame>
    </WorkspaceContext>
  )
}
