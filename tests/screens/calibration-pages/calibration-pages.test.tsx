import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CalibrationInput, RatedCase } from '#domain/calibration/calibration-input.ts'
import { App, createAppParts } from '#renderer/app/app.tsx'
import { changeSettings } from '#renderer/ui/settings.ts'
import { office as anOffice, keptAnswer } from '#tests/screens/calibration/an-office.ts'
import { installBridge, ok } from '#tests/screens/ui/fake-bridge.ts'
import { seriousFindings } from '#tests/screens/ui/render.tsx'

vi.mock('#renderer/app/screens.ts', async () => {
  const pages = await import('#renderer/screens/calibration-pages/screen.tsx')
  return { screens: new Map<string, unknown>([['calibration-pages', async () => pages]]) }
})

const plain = anOffice({ supervisors: 9, size: 8, leniencies: [0, 0, 0, 0, 0, 0, 0, 0, 0] })
const changed = (change: (one: RatedCase, place: number) => Partial<RatedCase>): CalibrationInput => ({
  ...plain,
  cases: plain.cases.map((one, place) => ({ ...one, ...change(one, place) })),
})

async function openPage(page: string, input: CalibrationInput) {
  window.location.hash = `#/calibration-pages?page=${page}`
  const answer = keptAnswer(input)
  const choices = { values: answer.run.choices, reason: '', chosenAt: null, chosenBy: '' }
  installBridge({
    'calibration.current': () => ok({ run: answer.run, choices, runs: 1 }),
    'calibration.result': () => ok(answer),
  })
  const view = render(<App {...createAppParts()} />)
  await screen.findByRole('heading', { level: 1, name: 'Pemeriksaan kalibrasi' })
  return view
}

beforeEach(() => {
  localStorage.clear()
  changeSettings({ locale: 'id', theme: 'light', density: 'normal', zoom: 1 })
})
afterEach(cleanup)

describe('the checks of the calibration', () => {
  it('names the supervisor whose people all reach the cap, and draws every team beside the others', async () => {
    const soft = plain.cases[0]?.supervisor
    const { container } = await openPage(
      'targets',
      changed(({ supervisor }, place) => ({ achievement: supervisor === soft ? 120 : 90 + (place % 7) })),
    )
    expect(await screen.findByText('Target 1 pejabat penilai mungkin terlalu mudah')).toBeDefined()
    expect(container.textContent).toContain('100% pegawai mencapai batas atas capaian (120%); di tempat lain 0%')
    const rows = screen.getByRole('region', { name: 'Pejabat penilai' }).querySelectorAll('button')
    expect(rows).toHaveLength(9)
    expect(rows[0]?.textContent).toContain('100')
    fireEvent.click(screen.getByRole('button', { name: 'Tabel' }))
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(10)
    expect(await seriousFindings(container)).toEqual([])
  })

  it('draws no chart of zeros where nobody reaches it', async () => {
    const { container } = await openPage(
      'targets',
      changed((_, place) => ({ achievement: 90 + (place % 7) })),
    )
    expect(await screen.findByText(/Tidak seorang pun mencapai batas atas/)).toBeDefined()
    expect(container.querySelector('[aria-pressed]')).toBeNull()
  })

  it('shows a difference between groups in words, and hides a small group with its number', async () => {
    const { container } = await openPage(
      'fairness',
      changed((one, place) => {
        const group = place < 6 ? 'under-30' : place % 2 === 0 ? 'female' : 'male'
        return {
          groups: { sex: group },
          score: one.score === null ? null : Math.max(0, one.score - (group === 'female' ? 8 : 0)),
        }
      }),
    )
    expect(await screen.findByText(/Dengan capaian dan pejabat penilai yang sama, nilai kelompok/)).toBeDefined()
    expect(container.textContent).toContain('tidak ditampilkan, juga jumlahnya: di bawah 30 tahun')
    const groups = screen.getByRole('region', { name: 'Kelompok' }).querySelectorAll('button')
    expect(groups).toHaveLength(2)
    expect(await seriousFindings(container)).toEqual([])
  })

  it('says why there are no jumps without a former period, and flags the one that jumped with it', async () => {
    const first = await openPage('jump', plain)
    expect(await screen.findByText('Belum ada periode sebelumnya yang sejenis')).toBeDefined()
    first.unmount()
    const input = changed((one, place) => ({
      former: {
        supervisor: one.supervisor,
        score: Math.max(0, (one.score ?? 70) - (place === 5 ? 30 : (place % 5) * 0.5)),
        achievement: one.achievement,
      },
    }))
    const { container } = await openPage('jump', input)
    expect(await screen.findByText('Skor 1 pegawai melonjak melebihi yang dapat dijelaskan')).toBeDefined()
    expect(container.textContent).toContain('ditandai')
    expect(await seriousFindings(container)).toEqual([])
  })
})
