import { render } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { Providers } from '#renderer/app/app.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { createI18n } from '#renderer/i18n/i18n.ts'
import type { Locale } from '#renderer/i18n/locale.ts'
import { changeSettings } from '#renderer/ui/settings.ts'

/** Shows a part of the kit as the app does, without a window around it. */
export function renderKit(node: ReactNode, locale: Locale = 'id') {
  changeSettings({ locale, theme: 'light' })
  const client = createQueryClient({ refused: () => undefined, done: () => undefined })
  return render(
    <Providers i18n={createI18n(locale)} client={client}>
      <main>{node}</main>
    </Providers>,
  )
}

/** What axe finds serious. Colour and layout rules need a real renderer and are checked there. */
export async function seriousFindings(container: Element): Promise<readonly string[]> {
  const result = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)
}
