import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App, createAppParts } from '#renderer/app/app.tsx'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { changeSettings } from '#renderer/ui/settings.ts'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { installBridge, ok, openWorkspace, refuse } from './fake-bridge.ts'
import { seriousFindings } from './render.tsx'

function Overview() {
  const { period } = useWorkspace()
  const save = useCommand('workspace.saveCopy', { success: 'Salinan tersimpan.' })
  useStatusBar([{ id: 'n', text: '**240** pegawai' }])
  return (
    <ScreenLayout title={`Ringkasan ${period?.name ?? ''}`}>
      <button type="button" onClick={() => save.mutate({ path: '/x' })}>
        Salin
      </button>
    </ScreenLayout>
  )
}

function Staff() {
  return <ScreenLayout title="Pegawai dan target">isi</ScreenLayout>
}

function Start() {
  return <h1>Mulai</h1>
}

function Broken(): never {
  throw new Error('uji')
}

vi.mock('#renderer/app/screens.ts', () => ({
  screens: new Map(
    Object.entries({ overview: Overview, staff: Staff, start: Start, trail: Broken }).map(([place, Screen]) => [
      place,
      async () => ({ Screen }),
    ]),
  ),
}))

function openApp() {
  return render(<App {...createAppParts()} />)
}

beforeEach(() => {
  window.location.hash = ''
  localStorage.clear()
  changeSettings({ locale: 'id', theme: 'light', density: 'normal', zoom: 1 })
})
afterEach(cleanup)

describe('the window', () => {
  it('shows the start screen without a workspace', async () => {
    installBridge({ 'workspace.status': () => ok(null) })
    openApp()
    expect(await screen.findByRole('heading', { name: 'Mulai' })).toBeDefined()
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('opens a workspace on its overview, with agency, period, saved mark, operator and what the screen tells', async () => {
    const { shell } = installBridge({})
    const { container } = openApp()
    expect(await screen.findByRole('heading', { name: 'Ringkasan Triwulan III 2026' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Dinas Kesehatan Kabupaten Sagara' })).toBeDefined()
    expect(screen.getByText(/^Tersimpan/)).toBeDefined()
    expect(screen.getByText('Operator: Sekretaris')).toBeDefined()
    expect(screen.getByText('240').tagName).toBe('B')
    await waitFor(() =>
      expect(shell.setTitle).toHaveBeenCalledWith('Dinas Kesehatan Kabupaten Sagara · Triwulan III 2026 · Timbang'),
    )
    expect(await seriousFindings(container)).toEqual([])
  })

  it('goes to places with Alt and a digit', async () => {
    installBridge({})
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    fireEvent.keyDown(window, { code: 'Digit2', key: '2', altKey: true })
    expect(await screen.findByRole('heading', { name: 'Pegawai dan target' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Pegawai' }).getAttribute('aria-current')).toBe('page')
  })

  it('opens the help of the place with F1', async () => {
    installBridge({})
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    fireEvent.keyDown(window, { key: 'F1' })
    expect(await screen.findByRole('heading', { name: 'Bantuan: Ringkasan' })).toBeDefined()
  })

  it('keeps the frame when a screen stops', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    installBridge({})
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    fireEvent.click(screen.getByRole('button', { name: 'Jejak' }))
    expect(await screen.findByRole('heading', { name: 'Layar ini berhenti' })).toBeDefined()
    expect(screen.getByRole('navigation')).toBeDefined()
    silent.mockRestore()
    warned.mockRestore()
  })
})

describe('commands', () => {
  it('shows a refusal once, with the sentence of its code', async () => {
    installBridge({ 'workspace.saveCopy': () => refuse('E-SAVE-FULL') })
    openApp()
    fireEvent.click(await screen.findByRole('button', { name: 'Salin' }))
    expect(await screen.findAllByText(/Penyimpanan penuh/)).toHaveLength(1)
  })

  it('says what was done and offers to undo it', async () => {
    const { calls } = installBridge({ 'workspace.saveCopy': () => ok({ path: '/x' }) })
    openApp()
    fireEvent.click(await screen.findByRole('button', { name: 'Salin' }))
    await screen.findByText('Salinan tersimpan.')
    fireEvent.click(screen.getByText('Urungkan'))
    await waitFor(() => expect(calls.some((call) => call.name === 'history.undo')).toBe(true))
  })

  it('undoes with Ctrl+Z, but not inside a text field', async () => {
    const { calls } = installBridge({})
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    await waitFor(() => expect(screen.getByRole('button', { name: /^Urungkan/ }).hasAttribute('disabled')).toBe(false))
    const field = document.createElement('input')
    document.body.append(field)
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
    expect(calls.some((call) => call.name === 'history.undo')).toBe(false)
    field.remove()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(calls.some((call) => call.name === 'history.undo')).toBe(true))
  })
})

describe('events of the engine', () => {
  it('asks again only for the topics that changed', async () => {
    const { calls, emit } = installBridge({})
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    const asked = (name: string): number => calls.filter((call) => call.name === name).length
    const before = { history: asked('history.state'), status: asked('workspace.status') }
    act(() => emit({ type: 'changed', topics: ['history'], employeeIds: null }))
    await waitFor(() => expect(asked('history.state')).toBe(before.history + 1))
    expect(asked('workspace.status')).toBe(before.status)
    act(() => emit({ type: 'changed', topics: ['*'], employeeIds: null }))
    await waitFor(() => expect(asked('workspace.status')).toBe(before.status + 1))
  })

  it('says that the engine was restarted, until it is read', async () => {
    const { emit } = installBridge({})
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    act(() => emit({ type: 'restarted' }))
    const banner = (await screen.findByText('Mesin data dimulai ulang.')).closest('[role="status"]')
    fireEvent.click(within(banner as HTMLElement).getByRole('button', { name: 'Tutup' }))
    expect(screen.queryByText('Mesin data dimulai ulang.')).toBeNull()
  })

  it('opens the workspace again in an engine that was restarted without one', async () => {
    let held = true
    const opened: unknown[] = []
    const { emit } = installBridge({
      'workspace.status': () => ok(held ? openWorkspace : null),
      'workspace.open': (input: unknown) => {
        opened.push(input)
        held = true
        return ok(openWorkspace)
      },
    })
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    held = false
    act(() => emit({ type: 'restarted' }))
    await waitFor(() => expect(opened).toEqual([{ path: openWorkspace.path, readOnly: false }]))
    expect(await screen.findByText('Mesin data dimulai ulang.')).toBeDefined()
    expect(screen.getByRole('heading', { name: /Ringkasan/ })).toBeDefined()
  })

  it('leads to the start screen when the workspace is closed', async () => {
    let open = true
    const { emit } = installBridge({ 'workspace.status': () => ok(open ? openWorkspace : null) })
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    open = false
    act(() => emit({ type: 'changed', topics: ['workspace'], employeeIds: null }))
    expect(await screen.findByRole('heading', { name: 'Mulai' })).toBeDefined()
  })
})

describe('language', () => {
  it('switches the whole frame', async () => {
    installBridge({})
    openApp()
    await screen.findByRole('heading', { name: /Ringkasan/ })
    fireEvent.click(screen.getByRole('button', { name: 'Bahasa Indonesia' }))
    expect(await screen.findByRole('button', { name: 'Staff' })).toBeDefined()
    await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  })
})
