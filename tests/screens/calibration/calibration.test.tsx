import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CalibrationInput } from '#domain/calibration/calibration-input.ts'
import { App, createAppParts } from '#renderer/app/app.tsx'
import { changeSettings } from '#renderer/ui/settings.ts'
import { installBridge, ok, refuse } from '#tests/screens/ui/fake-bridge.ts'
import { seriousFindings } from '#tests/screens/ui/render.tsx'
import { office as anOffice, casesAnswer, keptAnswer } from './an-office.ts'

/** Small enough for a page without a real renderer. */
const office = () => anOffice({ supervisors: 9, size: 8, leniencies: [9, 0, 0, 0, 0, 0, 0, 0, -8] })

vi.mock('#renderer/app/screens.ts', async () => {
  const calibration = await import('#renderer/screens/calibration/screen.tsx')
  return { screens: new Map<string, unknown>([['calibration', async () => calibration]]) }
})

interface Held {
  input?: CalibrationInput
  kept?: boolean
  freshness?: object
  meeting?: boolean
  answers?: Parameters<typeof installBridge>[0]
}

function openScreen({ input = office(), kept = true, freshness, meeting = false, answers = {} }: Held = {}) {
  const answer = keptAnswer(input)
  const state = { run: kept ? answer.run : null }
  const choices = { values: answer.run.choices, reason: '', chosenAt: null, chosenBy: '' }
  const bridge = installBridge({
    'calibration.current': () => ok({ run: state.run, choices, runs: state.run === null ? 0 : 1 }),
    'calibration.result': () => ok(answer),
    'calibration.cases': (asked) => ok(casesAnswer(input, (asked as { supervisorId: string | null }).supervisorId)),
    'calibration.freshness': () => ok(freshness ?? { kind: 'current' }),
    'calibration.store': () => {
      state.run = answer.run
      return ok({ runId: 'run1', isNew: true })
    },
    'staff.rows': () => ok({ columns: { employeeId: [], achievementIndex: [] } }),
    'relations.closePairs': () => refuse('E-NOT-HERE'),
    'meetings.list': () => ok(meeting ? [{ id: 'm1', state: 'planned', heldOn: '2026-11-25' }] : []),
    'meetings.room': () => ok({ items: [] }),
    'supervisors.detail': () => ok({ history: [] }),
    'supervisors.compare': () => ok({ supervisors: [] }),
    ...answers,
  })
  return { ...bridge, view: render(<App {...createAppParts()} />) }
}

beforeEach(() => {
  window.location.hash = '#/calibration'
  localStorage.clear()
  changeSettings({ locale: 'id', theme: 'light', density: 'normal', zoom: 1 })
})
afterEach(cleanup)

const rows = () => screen.getByRole('region', { name: 'Pejabat penilai' }).querySelectorAll('button')

// The first screen of a file pays for loading everything.
describe('the calibration', { timeout: 60_000 }, () => {
  it('puts words first, then supervisors from the most lenient down, then the two lists', async () => {
    const { view } = openScreen()
    expect(await screen.findByRole('heading', { name: 'Yang diketahui' })).toBeDefined()
    expect(screen.getAllByText('Penilai 00').length).toBeGreaterThan(1)
    expect(rows()).toHaveLength(9)
    expect(rows()[0]?.getAttribute('aria-label')).toMatch(/^Penilai 00, Unit 00, Selisih \+\d,\d, .* n 8$/)
    expect(screen.getByRole('heading', { name: 'Mungkin terlalu tinggi' })).toBeDefined()
    expect(screen.getByText(/31–36 memang terlalu tinggi; secara acak 6/)).toBeDefined()
    expect(await seriousFindings(view.container.querySelector('main') ?? view.container)).toEqual([])
  })

  it('opens a supervisor by key, sentences first, and closes again', async () => {
    const { view } = openScreen()
    await screen.findByRole('heading', { name: 'Yang diketahui' })
    const [first, second] = rows()
    first?.focus()
    fireEvent.keyDown(first ?? view.container, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(second)
    fireEvent.click(first ?? view.container)
    const panel = await screen.findByRole('complementary', { name: 'Penilai 00' })
    expect(within(panel).getByText(/Ini bukan tuduhan/)).toBeDefined()
    expect(within(panel).getByText('Cara memakai skala')).toBeDefined()
    expect(await within(panel).findAllByText(/^Pegawai 00/)).toHaveLength(8)
    expect(within(panel).getByText(/^85–90$|^80–85$/)).toBeDefined()
    expect(await seriousFindings(panel)).toEqual([])
    fireEvent.click(within(panel).getByRole('button', { name: 'Tutup panel' }))
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Penilai 00' })).toBeNull())
  })

  it('has formula, assumptions and the hash of the inputs one click deeper', async () => {
    openScreen()
    fireEvent.click(await screen.findByRole('button', { name: 'Rumus dan asumsi' }))
    const panel = await screen.findByRole('complementary', { name: 'Rumus dan asumsi' })
    expect(within(panel).getByText('capaian dalam tim')).toBeDefined()
    expect(panel.querySelector('code')?.textContent).toBe(Array(8).fill('ab12cd34').join(' '))
    expect(within(panel).getByText(/0,70 \(anggapan\)/)).toBeDefined()
  })

  it('has a table twin with the same supervisors', async () => {
    openScreen()
    fireEvent.click(await screen.findByRole('button', { name: 'Tabel' }))
    const table = await screen.findByRole('table', { name: /penilai lebih longgar/ })
    expect(within(table).getAllByRole('row')).toHaveLength(10)
  })

  it('leads to the meeting while there is none', async () => {
    openScreen()
    expect(await screen.findByRole('button', { name: 'Siapkan rapat' })).toBeDefined()
  })

  it('brings the listed people to the meeting there is', async () => {
    const { calls } = openScreen({
      meeting: true,
      answers: { 'calibration.toAgenda': () => ok({ meetingId: 'm1', added: 14 }) },
    })
    fireEvent.click(await screen.findByRole('button', { name: /^Bawa \d+ kasus ke rapat$/ }))
    await waitFor(() =>
      expect(calls.find(({ name }) => name === 'calibration.toAgenda')?.input).toMatchObject({
        runId: 'run1',
        meetingId: 'm1',
      }),
    )
    expect(await screen.findByText('14 kasus ditambahkan ke pokok bahasan rapat.')).toBeDefined()
  })

  it('shows nothing of declared relations to who may not see them', async () => {
    openScreen()
    await screen.findByRole('heading', { name: 'Mungkin terlalu tinggi' })
    expect(screen.queryByRole('img', { name: 'hubungan dinyatakan' })).toBeNull()
    expect(screen.queryByText(/^Hubungan \(/)).toBeNull()
  })

  it('marks them for chair and secretary', async () => {
    const [close] = keptAnswer(office()).result.lookFirst.favoured
    const pairs = [{ raterId: close?.supervisor, employeeId: close?.employee, kind: 'kin' }]
    openScreen({ answers: { 'relations.closePairs': () => ok({ standing: 1, pairs }) } })
    expect(await screen.findByRole('img', { name: 'hubungan dinyatakan' })).toBeDefined()
    expect(screen.getByText('Hubungan (1)')).toBeDefined()
  })
})

describe('everybody’s workbook', () => {
  const exportCases = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Ekspor' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Semua pegawai dengan nilai usulan (Excel)' }))
  }
  const partOf = (asked: unknown, size: number) => {
    const { from } = asked as { from: number }
    const whole = casesAnswer(office(), null)
    return ok({ ...whole, cases: whole.cases.slice(from, from + size) })
  }

  it('asks for the cases part by part, and holds each once', async () => {
    const { calls } = openScreen({
      answers: {
        'calibration.cases': (asked) => partOf(asked, 30),
        'staff.export': () => ok({ path: '/simpan/a.xlsx' }),
      },
    })
    await exportCases()
    await waitFor(() => expect(calls.some(({ name }) => name === 'staff.export')).toBe(true))
    const asked = calls.filter(({ name }) => name === 'calibration.cases').map(({ input }) => input)
    expect(asked).toMatchObject([{ from: 0 }, { from: 30 }, { from: 60 }])
    const written = calls.flatMap(({ name, input }) =>
      name === 'staff.export' ? (input as { rows: readonly string[][] }).rows : [],
    )
    expect(written).toHaveLength(72)
    expect(new Set(written.map(([name]) => name)).size).toBe(72)
  })

  it('is not written, and says why, when the cases cannot be read', async () => {
    const { calls } = openScreen({ answers: { 'calibration.cases': () => refuse('E-CALIBRATE-TEXT') } })
    await exportCases()
    expect(await screen.findByText(/Hasil kalibrasi .* tidak dapat dibaca/)).toBeDefined()
    expect(calls.some(({ name }) => name === 'staff.export')).toBe(false)
  })
})

describe('where there is nothing to show yet', () => {
  it('computes on demand', async () => {
    const { calls } = openScreen({ kept: false })
    fireEvent.click(await screen.findByRole('button', { name: 'Hitung kalibrasi' }))
    await waitFor(() => expect(calls.some(({ name }) => name === 'calibration.store')).toBe(true))
  })

  it('says where to enter scores when nobody has one', async () => {
    openScreen({ kept: false, answers: { 'calibration.store': () => refuse('E-CALIBRATE-EMPTY') } })
    fireEvent.click(await screen.findByRole('button', { name: 'Hitung kalibrasi' }))
    expect(await screen.findByText('Belum ada nilai yang dapat dikalibrasi')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Buka daftar pegawai' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Hitung kalibrasi' })).toBeNull()
  })

  it('says that the data changed since, and offers to compute again', async () => {
    openScreen({ freshness: { kind: 'outdated', changes: [{ what: 'scores', rows: 3 }] } })
    expect(await screen.findByText(/sudah tidak mutakhir.*nilai \(3\)/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Hitung kembali' })).toBeDefined()
  })

  it('keeps the rest useful when all scores are equal', async () => {
    const input = office()
    const equal = { ...input, cases: input.cases.map((one) => ({ ...one, score: 80 })) }
    openScreen({ input: equal })
    expect(await screen.findByText(/Semua nilai sama/)).toBeDefined()
    expect(
      screen.getByRole('heading', { name: 'Perbandingan antarpejabat penilai tidak dapat dihitung' }),
    ).toBeDefined()
    expect(rows()[0]?.getAttribute('aria-label')).toContain('tidak cukup data')
  })

  it('and when one supervisor rates everybody', async () => {
    const input = office()
    openScreen({ input: { ...input, cases: input.cases.map((one) => ({ ...one, supervisor: 's00' })) } })
    expect(await screen.findByText(/Hanya ada satu atasan/)).toBeDefined()
    expect(rows()).toHaveLength(1)
  })
})

describe('what if', () => {
  const comparison = {
    dimension: 'work-results',
    supervisors: [],
    cases: [],
    changed: { proposals: 5, levels: 2, flags: 0 },
    orderKept: true,
  }
  const answers = {
    'calibration.whatIf': () => ok({ dimensions: [comparison], employees: [], supervisors: [] }),
    'calibration.apply': () => ok({ runId: 'run2' }),
  }

  it('asks for nothing until something is tried, then tells what would change and can be thrown away', async () => {
    const { calls } = openScreen({ answers })
    const slider = await screen.findByRole('slider', { name: 'ambang tanda' })
    expect(calls.some(({ name }) => name === 'calibration.whatIf')).toBe(false)
    fireEvent.keyDown(slider, { key: 'ArrowLeft' })
    expect((await screen.findByText(/^Saran tingkat berubah untuk/)).textContent).toContain('2 pegawai')
    expect(calls.find(({ name }) => name === 'calibration.whatIf')?.input).toMatchObject({
      choices: { flagPoints: 2.5 },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Buang' }))
    await waitFor(() => expect(screen.queryByText(/^Saran tingkat berubah/)).toBeNull())
    expect(calls.some(({ name }) => name === 'calibration.apply')).toBe(false)
  })

  it('is applied only with a reason', async () => {
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
    const { calls } = openScreen({ answers })
    fireEvent.keyDown(await screen.findByRole('slider', { name: 'ambang tanda' }), { key: 'ArrowLeft' })
    await screen.findByText(/^Saran tingkat berubah untuk/)
    fireEvent.click(screen.getByRole('button', { name: 'Terapkan…' }))
    const dialog = await screen.findByRole('dialog')
    const apply = within(dialog).getByRole('button', { name: 'Terapkan' })
    fireEvent.click(apply)
    expect(calls.some(({ name }) => name === 'calibration.apply')).toBe(false)
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Alasan' }), {
      target: { value: 'Disepakati pimpinan' },
    })
    fireEvent.click(apply)
    await waitFor(() =>
      expect(calls.find(({ name }) => name === 'calibration.apply')?.input).toMatchObject({
        periodId: 'p3',
        reason: 'Disepakati pimpinan',
        choices: { flagPoints: 2.5 },
      }),
    )
  })

  it('tries out how far proposals may go and leaves a supervisor out, and names both before they are applied', async () => {
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
    const { calls } = openScreen({ answers })
    fireEvent.click(await screen.findByRole('button', { name: 'Pilihan lain' }))
    const slider = await screen.findByRole('slider', { name: 'Usulan menggeser nilai paling banyak' })
    expect(slider.getAttribute('aria-valuetext')).toBe('10,0 poin')
    fireEvent.keyDown(slider, { key: 'Home' })
    fireEvent.click(screen.getByRole('combobox', { name: 'Indeks capaian dihitung sampai' }))
    fireEvent.click(await screen.findByRole('option', { name: '100', hidden: true }))
    fireEvent.click(screen.getByRole('combobox', { name: 'Tanpa penilaian dari' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Penilai 03 (Unit 03)', hidden: true }))
    await screen.findByText(/^Saran tingkat berubah untuk/)
    expect(calls.findLast(({ name }) => name === 'calibration.whatIf')?.input).toMatchObject({
      choices: { mostShift: 0, achievementCap: 100, leftOut: ['s03'] },
    })
    expect(screen.getByRole('button', { name: 'Pilihan lain (3)' })).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Terapkan…' }))
    const dialog = await screen.findByRole('dialog', { name: /Terapkan pilihan ini/ })
    expect(dialog.textContent).toContain(
      'usulan tidak menggeser nilai; indeks capaian dibatasi pada 100; tanpa penilaian Penilai 03 (Unit 03)',
    )
  })
})
