import { IconMapQuestion, IconRefresh } from '@tabler/icons-react'
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  type RouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import type { Place } from '#renderer/ui/places.ts'
import { EmptyState, useErrorSentence } from '#renderer/ui/states.tsx'
import { openSupport } from '#renderer/ui/support/support-store.ts'
import type { ScreenLoader } from './screens.ts'

function UnknownPlace() {
  const t = useT()
  return (
    <EmptyState icon={IconMapQuestion} title={t('common.missingPlace')}>
      {t('common.missingPlaceText')}
    </EmptyState>
  )
}

/** A screen that stopped: the frame stays, the rest of the app goes on. */
function StoppedScreen({ error, reset }: ErrorComponentProps) {
  const t = useT()
  const say = useErrorSentence()
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={t('common.crashTitle')}
      action={
        <>
          <Action icon={IconRefresh} onClick={reset}>
            {t('common.crashReload')}
          </Action>
          <Action onClick={openSupport}>{t('support.menu')}</Action>
        </>
      }
    >
      {t('common.crashText')} {say(error)}
    </EmptyState>
  )
}

/** One route per place. A screen's code is fetched before it is shown, so that nothing flickers between two places. */
export function createAppRouter(
  screens: ReadonlyMap<Place, ScreenLoader>,
  root: RouteComponent,
  history: RouterHistory = createHashHistory(),
) {
  const rootRoute = createRootRoute({ component: root, notFoundComponent: UnknownPlace, errorComponent: StoppedScreen })
  const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: () => null })
  const routes = [...screens].map(([place, load]) =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: `/${place}`,
      errorComponent: StoppedScreen,
    }).lazy(async () => {
      const { Screen } = await load()
      return { options: { component: Screen } } as never
    }),
  )
  return createRouter({
    routeTree: rootRoute.addChildren([home, ...routes]),
    history,
    defaultPendingMs: 60_000,
    defaultNotFoundComponent: UnknownPlace,
  })
}
