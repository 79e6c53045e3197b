import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WaitingFile } from '#contract/protection.ts'
import { App, createAppParts } from '#renderer/app/app.tsx'
import { keptTexts } from '#renderer/app/lock/kept-texts.ts'
import { useAutoLock } from '#renderer/app/lock/use-auto-lock.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { changeSettings } from '#renderer/ui/settings.ts'
import { installBridge, ok, openWorkspace, refuse } from './fake-bridge.ts'
import { seriousFindings } from './render.tsx'

const employee = 'Siti Nurhaliza'

function Overview() {
  const rows = useCall('history.state', {})
  const [open, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const [note, setNote] = useState('')
  return (
    <ScreenLayout title="Ringkasan">
      <p>{rows.data?.undo?.command}</p>
      <label>
        Cari
        <input value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      </label>
      <button type="button" onClick={() => setOpen(true)}>
        Catat
      </button>
      {open ? (
        <div role="dialog" aria-label="Catatan rapat">
          <textarea aria-label="Isi" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <input aria-label="Sandi" type="password" />
          <input aria-label="Sandi terlihat" data-secret />
        </div>
      ) : null}
    </ScreenLayout>
  )
}

vi.mock('#renderer/app/screens.ts', () => ({
  screens: new Map([
    ['overview', async () => ({ Screen: Overview })],
    ['start', async () => ({ Screen: () => <h1>Mulai</h1> })],
  ]),
}))

const waiting: WaitingFile = {
  path: openWorkspace.path,
  fileName: openWorkspace.fileName,
  readOnly: false,
  because: 'asked',
  hasRecoveryKey: false,
  tries: 5,
  waitSeconds: 0,
}

/** A bridge whose workspace is locked and unlocked. */
function lockable() {
  let locked = false
  const bridge = installBridge({
    'workspace.status': () => ok(locked ? null : openWorkspace),
    'protection.state': () => ok({ waiting: locked ? waiting : null, encrypted: !locked, hasRecoveryKey: false }),
    'history.state': () => ok({ undo: { command: employee, summary: {} }, redo: null }),
    'protection.unlock': (input) => {
      if ((input as { secret: string }).secret !== 'benar') return refuse('E-OPEN-PASS')
      locked = false
      return ok({})
    },
  })
  return {
    ...bridge,
    lock: () =>
      act(async () => {
        locked = true
        bridge.emit({ type: 'locked', waiting })
      }),
  }
}

beforeEach(() => {
  window.location.hash = '#/overview'
  localStorage.clear()
  changeSettings({ locale: 'id', theme: 'light', density: 'normal', zoom: 1 })
})
afterEach(() => {
  cleanup()
  keptTexts.dropAll(openWorkspace.path)
})

describe('a locked window', () => {
  it('shows nothing of the workspace, keeps no answer, and gives back what was half typed', async () => {
    const { lock } = lockable()
    const parts = createAppParts()
    const { container } = render(<App {...parts} />)
    await screen.findByText(employee)
    fireEvent.click(screen.getByRole('button', { name: 'Catat' }))
    fireEvent.input(screen.getByLabelText('Isi'), { target: { value: 'Setengah kalim' } })
    fireEvent.input(screen.getByLabelText('Sandi'), { target: { value: 'rahasia-1' } })
    fireEvent.input(screen.getByLabelText('Sandi terlihat'), { target: { value: 'rahasia-2' } })
    fireEvent.input(screen.getByLabelText('Cari'), { target: { value: 'sit' } })

    await lock()
    await screen.findByRole('heading', { name: 'Ruang kerja terkunci' })
    expect(await seriousFindings(container)).toEqual([])
    await waitFor(() => expect(document.body.textContent).not.toContain(employee))
    expect(document.body.innerHTML).not.toContain('Setengah kalim')
    expect(
      JSON.stringify(
        parts.client
          .getQueryCache()
          .getAll()
          .map(({ state }) => state.data),
      ),
    ).not.toContain(employee)
    expect(keptTexts.read()).toEqual([])

    // Also when it is shown in plain letters, what is typed here is never kept as text.
    expect(screen.getByLabelText('Frasa sandi').closest('[data-secret]')).not.toBeNull()
    fireEvent.change(screen.getByLabelText('Frasa sandi'), { target: { value: 'salah' } })
    fireEvent.click(screen.getByRole('button', { name: 'Buka kunci' }))
    await screen.findByText(/Frasa sandi atau kunci pemulihan salah/)
    fireEvent.change(screen.getByLabelText('Frasa sandi'), { target: { value: 'benar' } })
    fireEvent.click(screen.getByRole('button', { name: 'Buka kunci' }))
    await screen.findByText(employee)
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Cari').value).toBe('sit'))
    expect(keptTexts.read().map(({ text }) => text)).toEqual(['Setengah kalim'])
    expect(screen.getByText('Setengah kalim')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Catat' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Isi').value).toBe('Setengah kalim'))
    expect(keptTexts.read()).toEqual([])
    expect(JSON.stringify(parts.client.getMutationCache().getAll())).not.toContain('benar')
  })
})

describe('locking by itself', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function Watch({ encrypted, minutes }: { readonly encrypted: boolean; readonly minutes: number }) {
    useAutoLock(encrypted, minutes)
    return null
  }
  const locks = (encrypted: boolean, minutes: number) => {
    const { calls } = installBridge({ 'protection.lock': () => ok({ locked: true }) })
    render(<Watch encrypted={encrypted} minutes={minutes} />)
    return () => calls.filter(({ name }) => name === 'protection.lock').map(({ input }) => input)
  }
  /** jsdom's pointer events have no place of their own. */
  const moveTo = (screenX: number) =>
    fireEvent(window, Object.assign(new Event('pointermove'), { screenX, screenY: 7 }))
  const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * 60_000))

  it('comes after the minutes nobody touched the window, and not while somebody does', async () => {
    const asked = locks(true, 10)
    await pass(9)
    fireEvent.keyDown(window, { key: 'a' })
    await pass(9)
    for (const screenX of [4, 5]) moveTo(screenX)
    await pass(9.9)
    expect(asked()).toEqual([])
    await pass(0.2)
    expect(asked()[0]).toEqual({ because: 'idle' })
  })

  it('is not held up by a pointer at rest, which hears of windows that go away over it', async () => {
    const asked = locks(true, 10)
    moveTo(4)
    await pass(9)
    moveTo(4)
    await pass(2)
    expect(asked()[0]).toEqual({ because: 'idle' })
  })

  it('never comes for a plain workspace, nor when it is switched off', async () => {
    const plain = locks(false, 10)
    const never = locks(true, 0)
    await pass(600)
    expect([plain(), never()]).toEqual([[], []])
  })
})
