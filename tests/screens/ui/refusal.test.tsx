import { cleanup, fireEvent, renderHook, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { errorSentence } from '#contract/error-sentences.ts'
import { AppError } from '#domain/app-error.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { closeSupport, useSupportOpen } from '#renderer/ui/support/support-store.ts'
import { renderKit, seriousFindings } from './render.tsx'

afterEach(() => {
  closeSupport()
  cleanup()
})

const tries = { tries: 3 }

describe('a refusal under a form', () => {
  it.each(['id', 'en'] as const)('says the sentence and its one code, in %s', async (locale) => {
    const { container } = renderKit(<Refusal error={new AppError('E-OPEN-PASS', tries)} />, locale)
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain(errorSentence('E-OPEN-PASS', tries, locale))
    expect(alert.textContent?.match(/E-[A-Z-]+/g)).toEqual(['E-OPEN-PASS'])
    expect(screen.queryByRole('button')).toBeNull()
    expect(await seriousFindings(container)).toEqual([])
  })

  it('leads to the support file when nobody foresaw it, and quotes nothing of what was thrown', () => {
    renderKit(<Refusal error={new TypeError('Siti Nurhaliza 199302112021041052')} />)
    const alert = screen.getByRole('alert')
    expect(screen.getByText('Kode E-UNKNOWN')).toBeDefined()
    expect(alert.textContent?.match(/E-[A-Z]+/g)).toHaveLength(1)
    expect(alert.textContent).not.toContain('Siti')
    const { result } = renderHook(useSupportOpen)
    expect(result.current).toBe(false)
    fireEvent.click(screen.getByRole('button'))
    expect(renderHook(useSupportOpen).result.current).toBe(true)
  })

  it('is not there while there is none', () => {
    renderKit(<Refusal error={null} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
