import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BoardRow } from '#renderer/screens/staff/board-rows.ts'
import { ReasonPrompt } from '#renderer/screens/staff/reason-prompt.tsx'
import { ChangeSupervisorDialog } from '#renderer/screens/staff/staff-dialogs.tsx'
import { changeSettings } from '#renderer/ui/settings.ts'
import { installBridge, ok } from '#tests/screens/ui/fake-bridge.ts'
import { renderKit, seriousFindings } from '#tests/screens/ui/render.tsx'

beforeEach(() => changeSettings({ locale: 'id', theme: 'light', density: 'normal', zoom: 1 }))
afterEach(cleanup)

const people = [{ value: 'baru', label: 'Baru' }]
const rows = [{ id: 'sari', name: 'Sari' } as BoardRow]
const choose = async (label: RegExp, option: string): Promise<void> => {
  fireEvent.click(screen.getByRole('combobox', { name: label }))
  fireEvent.click(await screen.findByText(option))
}

describe('changing the supervisor', () => {
  const open = () => {
    const { calls } = installBridge({ 'staff.setSupervisor': () => ok({}) })
    renderKit(<ChangeSupervisorDialog periodId="p3" rows={rows} people={people} onClose={() => undefined} />)
    return calls
  }
  const sent = (calls: ReturnType<typeof open>) => calls.find((call) => call.name === 'staff.setSupervisor')?.input
  const go = (): HTMLElement => screen.getByRole('button', { name: /^Ganti penilai/ })

  it('asks who moved only once a day is given, and waits for the answer', async () => {
    const calls = open()
    await choose(/^Penilai/, 'Baru')
    expect(screen.queryByText('Sebab pergantian')).toBeNull()
    fireEvent.change(screen.getByRole('textbox', { name: /Berlaku sejak/ }), { target: { value: '25/09/2026' } })
    fireEvent.blur(screen.getByRole('textbox', { name: /Berlaku sejak/ }))
    expect(await seriousFindings(document.body)).toEqual([])
    fireEvent.click(go())
    expect(sent(calls)).toBeUndefined()
    await choose(/Sebab pergantian/, 'Pejabat penilai pindah')
    fireEvent.click(go())
    await waitFor(() => expect(sent(calls)).toMatchObject({ fromDate: '2026-09-25', moved: 'supervisor' }))
  })

  it('for the whole period needs no cause', async () => {
    const calls = open()
    await choose(/^Penilai/, 'Baru')
    fireEvent.click(go())
    await waitFor(() => expect(sent(calls)).toMatchObject({ fromDate: null, moved: null }))
  })
})

describe('the reason of an exclusion', () => {
  // jsdom loads no fonts; the text field that grows with its text listens for them.
  beforeEach(() => {
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  })

  it('may be one the rules know, such as a rating outside the agency', () => {
    const onSave = vi.fn()
    renderKit(<ReasonPrompt cells="Ratna, Dinilai" exclusion onSave={onSave} onCancel={() => undefined} />)
    fireEvent.click(screen.getByRole('button', { name: 'Dinilai di luar instansi' }))
    fireEvent.click(screen.getByRole('button', { name: /Simpan dengan alasan/ }))
    expect(onSave).toHaveBeenCalledWith('Dinilai di luar instansi')
  })

  it('offers no such causes for a level', () => {
    renderKit(
      <ReasonPrompt cells="Ratna, Resmi" exclusion={false} onSave={() => undefined} onCancel={() => undefined} />,
    )
    expect(screen.queryByRole('button', { name: 'Dinilai di luar instansi' })).toBeNull()
  })
})
