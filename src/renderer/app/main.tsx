import '@fontsource-variable/inter'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '#renderer/ui/tokens.css'
import '#renderer/ui/base.css'
import '#renderer/ui/mantine.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { noteStrayErrors } from '#renderer/ipc/unknown-error.ts'
import { styleNonce } from '#renderer/ui/nonce.ts'
import { readSettings } from '#renderer/ui/settings.ts'
import { App, createAppParts } from './app.tsx'
import { fetchLikelyScreen } from './screens.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
// Before the first paint, so that a dark window does not flash white.
const { theme, locale } = readSettings()
document.documentElement.dataset.theme = theme === 'system' ? 'light' : theme
document.documentElement.lang = locale
// Mantine's dialogs hold the page still with a style element of their own and look for the nonce under this name.
Object.defineProperty(globalThis, '__webpack_nonce__', { value: styleNonce() })
const parts = createAppParts()
noteStrayErrors()
createRoot(root).render(
  <StrictMode>
    <App {...parts} />
  </StrictMode>,
)
void fetchLikelyScreen(parts.client)
