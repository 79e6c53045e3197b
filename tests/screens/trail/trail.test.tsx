import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App, createAppParts } from '#renderer/app/app.tsx'
import { changeSettings } from '#renderer/ui/settings.ts'
import { installBridge, ok } from '#tests/screens/ui/fake-bridge.ts'
import { seriousFindings } from '#tests/screens/ui/render.tsx'

vi.mock('#renderer/app/screens.ts', async () => {
  const trail = await import('#renderer/screens/trail/screen.tsx')
  return { screens: new Map<string, unknown>([['trail', async () => trail]]) }
})

const entry = (seq: number, command: string, summary: object, undoes: number | null = null) => ({
  seq,
  at: `2026-11-2${seq}T03:00:00.000Z`,
  author: 'Sekretaris',
  command,
  summary,
  reason: seq === 1 ? 'Salah unit' : '',
  undoes,
  changeCount: 1,
})
const added = { employee: 'Sari Wulandari', period: 'Triwulan III 2026' }
const entries = [entry(2, 'history.undo', { ...added, of: 'staff.add' }, 1), entry(1, 'staff.add', added)]
const page = (input: unknown) => {
  const { command, beforeSeq } = input as { command: string | null; beforeSeq: number | null }
  const found = entries.filter(
    (one) => (command === null || one.command === command) && (beforeSeq === null || one.seq < beforeSeq),
  )
  return ok({ entries: found, total: 2, commands: ['history.undo', 'staff.add'] })
}
const changes = {
  changes: [
    {
      table: 'placement',
      rowId: 'r',
      about: 'Sari Wulandari',
      before: { id: 'r', unit_id: 'u1', post: 'Perawat' },
      after: { id: 'r', unit_id: 'u2', post: 'Perawat' },
    },
  ],
  names: { u1: 'Sekretariat', u2: 'Bidang P2P' },
  total: 1,
}

const hash = '1f0c22d9'.repeat(8)
const report = { anchor: { hash, count: 2 }, rows: 9, ratings: 3, findings: [], found: 0, comparison: null }
const finding = {
  ...{ kind: 'changed', seq: 12, until: null, table: 'resultScore', rowId: 'rs1', about: 'Sari Wulandari' },
  fields: [{ column: 'score', recorded: 82.5, found: 95 }],
}
const noDigits = { ok: false as const, error: { code: 'E-ANCHOR-DIGITS' as const, params: { found: 0 } } }
const anchor = { hash, count: 2, at: '2026-11-22T03:00:00.000Z', text: `${hash} : 2 : 61` }

function openTrail(answers: Parameters<typeof installBridge>[0] = {}) {
  const bridge = installBridge({ 'trail.list': page, 'trail.changes': () => ok(changes), ...answers })
  const saveFileDialog = vi.fn(async () => '/berkas/jejak.csv')
  Object.assign(bridge.shell, { saveFileDialog, showExported: vi.fn(async () => undefined) })
  return { ...bridge, view: render(<App {...createAppParts()} />) }
}

beforeEach(() => {
  window.location.hash = '#/trail'
  localStorage.clear()
  changeSettings({ locale: 'id', theme: 'light', density: 'normal', zoom: 1 })
})
afterEach(cleanup)

describe('the trail', () => {
  it('tells each entry as a sentence and marks what was taken back', async () => {
    const { view } = openTrail()
    expect(await screen.findByText('Mengurungkan: Menambahkan Sari Wulandari ke Triwulan III 2026.')).toBeDefined()
    expect(await screen.findByText('Diurungkan')).toBeDefined()
    expect(screen.getByText('Salah unit')).toBeDefined()
    expect(await seriousFindings(view.container)).toEqual([])
  })

  it('opens an entry with its fields before and after, and leads to the entry that took it back', async () => {
    const { view } = openTrail()
    fireEvent.click(await screen.findByText('Menambahkan Sari Wulandari ke Triwulan III 2026.'))
    expect(await screen.findByText('Bidang P2P')).toBeDefined()
    expect(screen.getByText('Sekretariat')).toBeDefined()
    // The post is the same before and after: it is not told.
    expect(screen.queryByText('Perawat')).toBeNull()
    expect(await seriousFindings(view.container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Telah diurungkan oleh entri 2' }))
    expect(await screen.findByRole('button', { name: 'Entri ini mengurungkan entri 1' })).toBeDefined()
  })

  it('says what the check of the file found, in either case', async () => {
    let problems: readonly string[] = []
    openTrail({ 'workspace.check': () => ok({ problems, schemaKnown: true, trail: report }) })
    fireEvent.click(await screen.findByRole('button', { name: 'Periksa berkas' }))
    expect(await screen.findByText('Berkas utuh.')).toBeDefined()
    problems = ['row 4 missing from index']
    fireEvent.click(screen.getByRole('button', { name: 'Periksa berkas' }))
    expect((await screen.findByRole('alert')).textContent).toContain('row 4 missing from index')
  })

  it('checks the chain with the code from the minutes, and says in words what was changed', async () => {
    const found = { ...report, findings: [finding], found: 1, comparison: { kind: 'shorter', missing: 3 } }
    const { calls, view, shell } = openTrail({
      'trail.anchor': () => ok({ ...anchor, qr: { size: 3, path: 'M0 0h1v1h-1z' } }),
      'trail.verify': (input) => ((input as { anchor: string | null }).anchor === 'x' ? noDigits : ok(found)),
    })
    const copyText = vi.fn(async () => undefined)
    Object.assign(shell, { copyText })
    fireEvent.click(await screen.findByRole('button', { name: 'Periksa rantai' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Salin kode' }))
    expect(copyText).toHaveBeenCalledWith(anchor.text)
    expect(screen.getByRole('img', { name: 'Kode QR jejak' })).toBeDefined()

    const field = screen.getByRole('textbox', { name: 'Kode dari berita acara' })
    const start = screen.getByRole('button', { name: 'Mulai pemeriksaan' })
    fireEvent.change(field, { target: { value: 'x' } })
    fireEvent.click(start)
    expect(await screen.findByText(/yang terbaca 0/)).toBeDefined()

    fireEvent.change(field, { target: { value: anchor.text } })
    fireEvent.click(start)
    expect(await screen.findByText(/1 temuan pada 2 entri/)).toBeDefined()
    expect(screen.getByText(/3 entri terakhir tidak ada/)).toBeDefined()
    expect(
      screen.getByText(
        'Skor hasil kerja Sari Wulandari berbeda dari yang tercatat pada entri 12: Skor tercatat 82,5, di berkas 95.',
      ),
    ).toBeDefined()
    expect(calls.filter(({ name }) => name === 'trail.verify')).toMatchObject([
      { input: { anchor: 'x' } },
      { input: { anchor: anchor.text } },
    ])
    expect(await seriousFindings(view.container)).toEqual([])
  })

  it('exports in the language of the screen', async () => {
    const { calls } = openTrail({ 'trail.export': () => ok({ path: '/berkas/jejak.csv', rows: 2 }) })
    fireEvent.click(await screen.findByRole('button', { name: 'Ekspor daftar' }))
    await waitFor(() =>
      expect(calls).toContainEqual({
        name: 'trail.export',
        input: { path: '/berkas/jejak.csv', command: null, language: 'id' },
      }),
    )
    expect(await screen.findByText('2 entri tersimpan.')).toBeDefined()
  })
})
