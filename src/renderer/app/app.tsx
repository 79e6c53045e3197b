import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n as I18n } from 'i18next'
import { type ReactNode, useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import { errorSentence } from '#contract/error-sentences.ts'
import type { AppError } from '#domain/app-error.ts'
import { createI18n, formattersFor } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { connectEvents } from '#renderer/ipc/events.ts'
import { BackupsDialog } from '#renderer/ui/backups/backups-dialog.tsx'
import { openBackups } from '#renderer/ui/backups/backups-store.ts'
import { styleNonce } from '#renderer/ui/nonce.ts'
import { type NotifyOptions, notify } from '#renderer/ui/notify.tsx'
import { readSettings, useSettings } from '#renderer/ui/settings.ts'
import { SupportDialog } from '#renderer/ui/support/support-dialog.tsx'
import { openSupport } from '#renderer/ui/support/support-store.ts'
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts'
import { useApplyTheme } from '#renderer/ui/use-theme.ts'
import { connectLock } from './lock/connect-lock.ts'
import { createQueryClient } from './query-client.ts'
import { Root } from './root.tsx'
import { createAppRouter } from './router.tsx'
import { screens } from './screens.ts'

/** What one window needs, made once. */
export interface AppParts {
  readonly i18n: I18n
  readonly client: QueryClient
  readonly refused: (error: AppError, failedCall?: string) => void
  readonly router: ReturnType<typeof createAppRouter>
}

export function createAppParts(): AppParts {
  const i18n = createI18n(readSettings().locale)
  const router = createAppRouter(screens, Root)
  const refused = (error: AppError, failedCall?: string) => {
    notify(errorSentence(error.code, error.params, readSettings().locale), {
      tone: 'refused',
      title: `${i18n.t('common.refusedTitle')} · ${error.code}`,
      id: `refused-${error.code}`,
      ...readingOffer(error, failedCall, client, i18n),
      ...backupOffer(error, i18n),
      ...supportOffer(error, i18n),
    })
    const damaged = inspectable(error, failedCall)
    if (damaged !== null) void router.navigate({ to: '/inspect', search: { path: damaged } } as never)
  }
  const client: QueryClient = createQueryClient({
    refused,
    done: (message, undoable) =>
      notify(message, undoable ? { action: { label: i18n.t('common.undo'), run: () => undoLast(client, i18n) } } : {}),
  })
  return { i18n, client, refused, router }
}

/** A file that another window writes can still be read here: the refusal offers it. */
function readingOffer(
  error: AppError,
  failedCall: string | undefined,
  client: QueryClient,
  i18n: I18n,
): Pick<NotifyOptions, 'action'> {
  const { path } = error.params
  if (error.code !== 'E-OPEN-LOCKED' || failedCall !== 'workspace.open' || typeof path !== 'string') return {}
  return { action: { label: i18n.t('common.openReadOnly'), run: () => openForReading(client, path) } }
}

/** A file that does not open, or whose bytes turned out damaged: the way to its copies. */
const withBackups: readonly string[] = [
  'E-OPEN-DAMAGED',
  'E-OPEN-EMPTY',
  'E-OPEN-FOREIGN',
  'E-OPEN-MISSING',
  'E-OPEN-SCHEMA',
  'E-OPEN-MIGRATION',
]

function backupOffer({ code, params: { path } }: AppError, i18n: I18n): Pick<NotifyOptions, 'action'> {
  if (!withBackups.includes(code) || typeof path !== 'string') return {}
  return { action: { label: i18n.t('backups.open'), run: () => openBackups(path) } }
}

/** What nobody foresaw can be told to somebody who helps. */
const supportOffer = ({ code }: AppError, i18n: I18n): Pick<NotifyOptions, 'action'> =>
  code === 'E-UNKNOWN' ? { action: { label: i18n.t('support.menu'), run: openSupport } } : {}

/** The workspace that would not open, or was closed again, because it is damaged or altered: it is shown for inspection. */
function inspectable({ code, params: { path } }: AppError, failedCall: string | undefined): string | null {
  if (code !== 'E-OPEN-DAMAGED' && code !== 'E-OPEN-SCHEMA') return null
  // Without a call: the engine closed the file itself.
  const opening = failedCall === undefined || failedCall === 'workspace.open' || failedCall === 'protection.unlock'
  return opening && typeof path === 'string' ? path : null
}

function openForReading(client: QueryClient, path: string): void {
  void client
    .getMutationCache()
    .build(client, {
      mutationKey: ['workspace', 'workspace.open'],
      mutationFn: () => call('workspace.open', { path, readOnly: true }),
    })
    .execute(undefined)
    // The refusal has been shown by the global handler.
    .catch(() => undefined)
}

function undoLast(client: QueryClient, i18n: I18n): void {
  void client
    .getMutationCache()
    .build(client, { mutationKey: ['history', 'history.undo'], mutationFn: () => call('history.undo', {}) })
    .execute(undefined)
    .then(() => notify(i18n.t('common.undoDone'), { id: 'history' }))
    // The refusal has been shown by the global handler.
    .catch(() => undefined)
}

interface ProvidersProps {
  readonly i18n: I18n
  readonly client: QueryClient
  readonly children: ReactNode
}

/** Language, theme, query cache and messages around anything that is shown. Tests of screens use it with their own parts. */
export function Providers({ i18n, client, children }: ProvidersProps) {
  const painted = useApplyTheme()
  const { locale } = useSettings()
  useEffect(() => {
    void i18n.changeLanguage(locale)
  }, [i18n, locale])
  const number = formattersFor(locale).number(1000.5)
  return (
    <MantineProvider
      theme={{
        ...theme,
        components: { ...theme.components, NumberInput: { defaultProps: numberMarks(number) } },
      }}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={painted === 'dark' ? 'dark' : 'light'}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={client}>
        <I18nextProvider i18n={i18n}>
          <Notifications position="bottom-center" limit={4} />
          {children}
        </I18nextProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** Decimal and thousands marks of a language, taken from how it writes 1000.5. */
function numberMarks(written: string): {
  readonly size: 'sm'
  readonly decimalSeparator: string
  readonly thousandSeparator: string
} {
  return written.includes(',5')
    ? { size: 'sm', decimalSeparator: ',', thousandSeparator: '.' }
    : { size: 'sm', decimalSeparator: '.', thousandSeparator: ',' }
}

export function App({ i18n, client, refused, router }: AppParts) {
  useEffect(() => connectLock(client), [client])
  useEffect(() => connectEvents(client, refused), [client, refused])
  return (
    <Providers i18n={i18n} client={client}>
      <RouterProvider router={router} />
      <BackupsDialog />
      <SupportDialog />
    </Providers>
  )
}
