import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App, createAppParts } from '#renderer/app/app.tsx'
import { changeSettings } from '#renderer/ui/settings.ts'
import { installBridge, ok, openWorkspace, refuse } from '#tests/screens/ui/fake-bridge.ts'
import { seriousFindings } from '#tests/screens/ui/render.tsx'

vi.mock('#renderer/app/screens.ts', async () => {
  const start = await import('#renderer/screens/start/screen.tsx')
  const plain = (title: string) => async () => ({ Screen: () => <h1>{title}</h1> })
  return {
    screens: new Map<string, unknown>([
      ['start', async () => start],
      ['import', plain('Impor data')],
      ['overview', plain('Ringkasan')],
    ]),
  }
})

const recent = [
  { path: '/berkas/dinkes.timbang', name: 'dinkes.timbang', openedAt: '2026-11-20T02:00:00.000Z', missing: false },
  { path: '/usb/lama.timbang', name: 'lama.timbang', openedAt: '2026-10-01T02:00:00.000Z', missing: true },
]

type Answers = Parameters<typeof installBridge>[0]

function openApp(answers: Answers) {
  const bridge = installBridge({ 'workspace.status': () => ok(null), 'workspace.recent': () => ok(recent), ...answers })
  const saveFileDialog = vi.fn(async (): Promise<string | null> => '/berkas/baru.timbang')
  Object.assign(bridge.shell, { saveFileDialog, readClipboardText: async () => '1\tSekretariat\n\t\tSubbagian Umum' })
  return { ...bridge, saveFileDialog, view: render(<App {...createAppParts()} />) }
}

const press = (name: RegExp | string): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}
const type = (label: RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

beforeEach(() => {
  window.location.hash = ''
  localStorage.clear()
  changeSettings({ locale: 'id', theme: 'light', density: 'normal', zoom: 1 })
})
afterEach(cleanup)

describe('the first window', () => {
  it('marks a missing file and takes it off the list only when asked', async () => {
    const { calls, view } = openApp({ 'workspace.forgetRecent': () => ok({}) })
    expect(await screen.findByText('lama.timbang')).toBeDefined()
    expect(screen.getByText('Berkas tidak ditemukan')).toBeDefined()
    expect(screen.getByText('Data rekaan')).toBeDefined()
    expect(await seriousFindings(view.container)).toEqual([])
    press(/Hapus lama.timbang dari daftar/)
    await waitFor(() =>
      expect(calls).toContainEqual({ name: 'workspace.forgetRecent', input: { path: '/usb/lama.timbang' } }),
    )
  })

  it('makes the example under a job that can be cancelled', async () => {
    const { calls } = openApp({ 'workspace.createExample': () => refuse('E-CANCELLED') })
    await screen.findByText('Instansi contoh')
    press('Coba instansi contoh')
    await waitFor(() => expect(calls.find((call) => call.name === 'workspace.createExample')).toBeDefined())
    expect(calls.find((call) => call.name === 'workspace.createExample')?.input).toMatchObject({
      path: null,
      seed: 2026,
    })
    // Cancelling is no refusal: nothing is complained about, and one may go on.
    await waitFor(() => expect(screen.queryByText('Membuat instansi contoh')).toBeNull())
    expect(screen.queryByText('Belum dapat dilakukan')).toBeNull()
  })

  it('changes the language before any file is open', async () => {
    openApp({})
    await screen.findByText('Instansi contoh')
    fireEvent.click(screen.getByRole('radio', { name: 'English' }))
    expect(await screen.findByText('Example agency')).toBeDefined()
  })
})

describe('a new workspace', () => {
  it('keeps everything typed after a refusal, then begins with the import', async () => {
    let exists = true
    let status: unknown = null
    const { calls, emit, view } = openApp({
      'workspace.status': () => ok(status),
      'workspace.create': () => {
        if (exists) return refuse('E-OPEN-EXISTS')
        status = openWorkspace
        return ok(openWorkspace)
      },
    })
    await screen.findByText('lama.timbang')
    press(/^Ruang kerja baru/)
    await screen.findByRole('heading', { name: 'Instansi' })
    expect(screen.getByRole('button', { name: 'Lanjut' }).getAttribute('aria-disabled')).toBe('true')
    type(/Nama instansi/, 'Dinas Perhubungan')
    press('Lanjut')
    await screen.findByRole('heading', { name: 'Unit kerja' })
    press(/Tempel daftar/)
    await screen.findByDisplayValue('Subbagian Umum')
    expect(await seriousFindings(view.container)).toEqual([])
    press('Lanjut')
    await screen.findByRole('heading', { name: 'Periode' })
    press('Lanjut')
    await screen.findByRole('heading', { name: 'Berkas' })
    press('Pilih tempat simpan')
    await screen.findByText('/berkas/baru.timbang')
    press('Buat dan impor data')
    expect((await screen.findByRole('alert')).textContent).toContain('Isian Anda tetap utuh.')
    expect(screen.getAllByText('Dinas Perhubungan').length).toBeGreaterThan(0)

    exists = false
    press('Buat dan impor data')
    await waitFor(() => expect(calls.filter((call) => call.name === 'workspace.create')).toHaveLength(2))
    act(() => emit({ type: 'changed', topics: ['*'], employeeIds: null }))
    expect(await screen.findByRole('heading', { name: 'Impor data' })).toBeDefined()
    expect(calls.findLast((call) => call.name === 'workspace.create')?.input).toMatchObject({
      path: '/berkas/baru.timbang',
      agency: { name: 'Dinas Perhubungan', cycle: 'quarterly' },
      units: [
        { name: 'Sekretariat', parent: null },
        { name: 'Subbagian Umum', parent: 0 },
      ],
      period: { kind: 'quarterly', windowStartsOn: null, rulePacks: ['permenpanrb-6-2022', 'se-menpanrb-3-2023'] },
    })
  })

  it('moves a unit deeper and back with the keys', async () => {
    openApp({})
    await screen.findByText('lama.timbang')
    press(/^Ruang kerja baru/)
    await screen.findByRole('heading', { name: 'Instansi' })
    type(/Nama instansi/, 'Dinas Uji')
    press('Lanjut')
    await screen.findByRole('heading', { name: 'Unit kerja' })
    const line = (number: number, level: number) => screen.getByLabelText(`Unit ${number}, jenjang ${level}`)
    const key = (element: HTMLElement, init: { key: string; altKey?: boolean }): void => {
      fireEvent.keyDown(element, init)
    }
    type(/Unit 1, jenjang 1/, 'Bidang')
    key(line(1, 1), { key: 'Enter' })
    type(/Unit 2, jenjang 1/, 'Seksi')
    key(line(2, 1), { key: 'ArrowRight', altKey: true })
    expect(line(2, 2)).toBeDefined()
    key(line(2, 2), { key: 'ArrowLeft', altKey: true })
    expect(line(2, 1)).toBeDefined()
  })
})
