import { IconUsers } from '@tabler/icons-react'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { predicates } from '#domain/model/levels.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { BarAgainstTarget } from '#renderer/ui/bar-against-target.tsx'
import { ComparisonChart } from '#renderer/ui/charts/comparison-chart.tsx'
import { DistributionChart } from '#renderer/ui/charts/distribution-chart.tsx'
import { toCsv } from '#renderer/ui/charts/save-file.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { FilterSentence } from '#renderer/ui/filter-sentence.tsx'
import { Ladder } from '#renderer/ui/ladder.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PredicateMark } from '#renderer/ui/predicate.tsx'
import { LevelSegmented } from '#renderer/ui/segmented.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { Sparkline } from '#renderer/ui/sparkline.tsx'
import { EmptyState, ErrorState } from '#renderer/ui/states.tsx'
import { State, Tag } from '#renderer/ui/tag.tsx'
import { renderKit, seriousFindings } from './render.tsx'

afterEach(cleanup)

describe('words with marks', () => {
  it('always writes the predicate, in both languages', () => {
    renderKit(predicates.map((value) => <PredicateMark key={value} value={value} />))
    expect(screen.getByText('Butuh Perbaikan')).toBeDefined()
    cleanup()
    renderKit(<PredicateMark value="needs-improvement" />, 'en')
    expect(screen.getByText('Needs improvement')).toBeDefined()
  })

  it('announces a refusal at once and the rest politely', () => {
    renderKit(
      <>
        <Banner tone="refused" title="Berkas tidak dapat dibaca." />
        <Banner tone="information">Panduan, bukan kuota.</Banner>
      </>,
    )
    expect(screen.getByRole('alert').textContent).toContain('Berkas tidak dapat dibaca.')
    expect(screen.getByRole('status').textContent).toContain('Panduan')
  })
})

describe('buttons', () => {
  it('keeps a switched-off button reachable, with its reason, and does nothing', () => {
    const run = vi.fn()
    renderKit(
      <Action onClick={run} disabledReason="2 baris ditolak belum dijawab.">
        Impor
      </Action>,
    )
    const button = screen.getByRole('button', { name: 'Impor' })
    fireEvent.click(button)
    expect(run).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.hasAttribute('disabled')).toBe(false)
  })
})

describe('the three levels', () => {
  it('are chosen with 1 2 3 and with arrows', () => {
    const choose = vi.fn()
    renderKit(<LevelSegmented label="Hasil kerja" value="meets" initial="above" onChange={choose} />)
    const group = screen.getByRole('radiogroup', { name: 'Hasil kerja' })
    fireEvent.keyDown(group, { key: '3' })
    fireEvent.keyDown(group, { key: 'ArrowLeft' })
    fireEvent.keyDown(group, { key: '4' })
    expect(choose.mock.calls).toEqual([['above'], ['below']])
    expect(within(group).getByRole('radio', { name: 'Sesuai' }).getAttribute('aria-checked')).toBe('true')
  })

  it('stay as they are when off', () => {
    const choose = vi.fn()
    renderKit(<LevelSegmented label="Hasil kerja" value={null} disabled onChange={choose} />)
    fireEvent.keyDown(screen.getByRole('radiogroup'), { key: '1' })
    expect(choose).not.toHaveBeenCalled()
  })
})

describe('sentences', () => {
  it('lets each part of a filter be removed by name', () => {
    const remove = vi.fn()
    renderKit(<FilterSentence start="Menampilkan 2:" parts={[{ id: 'u', label: 'Bidang P2P' }]} onRemove={remove} />)
    fireEvent.click(screen.getByRole('button', { name: 'Hapus saringan Bidang P2P' }))
    expect(remove).toHaveBeenCalledWith('u')
  })

  it('says what failed, what stayed safe and the code', () => {
    const retry = vi.fn()
    renderKit(<ErrorState error={new AppError('E-SAVE-FULL')} onRetry={retry} />)
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain('E-SAVE-FULL')
    expect(alert.textContent).not.toContain('{')
    fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }))
    expect(retry).toHaveBeenCalledOnce()
  })

  it('asks with a verb on the button', () => {
    const confirm = vi.fn()
    renderKit(
      <ConfirmDialog
        open
        title="Batalkan keputusan kasus 11?"
        confirm="Batalkan keputusan"
        danger
        onConfirm={confirm}
        onCancel={() => undefined}
      >
        Keputusan kembali ke keadaan sebelum rapat.
      </ConfirmDialog>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Batalkan keputusan' }))
    expect(confirm).toHaveBeenCalledOnce()
  })
})

describe('figures', () => {
  it('keep the words of a target that has no number', () => {
    renderKit(<BarAgainstTarget label="Waktu" value="9 bulan" target="7-8 bulan" share={null} />)
    expect(screen.getByText('9 bulan').parentElement?.textContent).toBe('9 bulan dari 7-8 bulan')
  })

  it('tell the ladder and the history in words', () => {
    renderKit(
      <>
        <Ladder
          bands={[{ label: 'Sesuai', from: 0, to: 100 }]}
          rows={[{ label: 'Usulan', value: 86.2, range: { low: 82.4, high: 90 }, kind: 'proposal', decimals: 1 }]}
        />
        <Sparkline
          points={[
            { label: 'I', value: null },
            { label: 'II', value: 84 },
          ]}
        />
      </>,
    )
    expect(screen.getByRole('img', { name: /Usulan: 86,2 \(82,4 s\.d\. 90,0\)/ })).toBeDefined()
    expect(screen.getByRole('img', { name: /I tidak cukup data; II 84,0/ })).toBeDefined()
  })
})

describe('charts', () => {
  const distribution = (
    <DistributionChart
      title="Kelompok Baik 21 orang di atas panduan"
      guide={null}
      bars={[
        { predicate: 'good', count: 189, limit: 168 },
        { predicate: 'very-good', count: 48 },
      ]}
    />
  )

  it('have the finding as title and a table twin with the same figures', () => {
    renderKit(distribution)
    fireEvent.click(screen.getByRole('button', { name: 'Tabel' }))
    const table = screen.getByRole('table', { name: 'Kelompok Baik 21 orang di atas panduan' })
    expect(within(table).getByText('189')).toBeDefined()
    expect(within(table).getByText('79,7%')).toBeDefined()
    expect(within(table).getAllByRole('row')).toHaveLength(6)
  })

  it('give every supervisor keyboard focus and its figures in words', () => {
    const select = vi.fn()
    renderKit(
      <ComparisonChart
        title="Dua penilai lebih longgar"
        alternative="Enam belas penilai."
        fileName="penilai"
        axis={{ min: -8, max: 8, signed: true }}
        onSelect={select}
        rows={[
          { id: 'a', name: 'dr. Ratna', unit: 'P2P', value: 5.8, low: 3.4, high: 8.2, n: 24 },
          { id: 'b', name: 'Imam Santoso', unit: 'Subbag', value: null, n: 2 },
        ]}
      />,
    )
    const first = screen.getByRole('button', { name: /dr\. Ratna, P2P, Nilai \+5,8, Rentang \+3,4 – \+8,2, n 24/ })
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement?.getAttribute('aria-label')).toContain('tidak cukup data')
    fireEvent.click(first)
    expect(select).toHaveBeenCalledWith('a')
  })

  it('write CSV for the spreadsheet of the language, and never a formula', () => {
    expect(
      toCsv(
        [
          ['Nama', 'Skor'],
          ['=1+1', 86.5],
        ],
        'id',
      ),
    ).toBe("\uFEFFNama;Skor\r\n'=1+1;86,5\r\n")
    expect(toCsv([['a,b', -2.5]], 'en')).toBe('\uFEFF"a,b",-2.5\r\n')
  })
})

describe('accessibility', () => {
  it('axe finds nothing serious in the kit', async () => {
    const { container } = renderKit(
      <>
        <h1>Komponen</h1>
        <Panel title="Tanda">
          <Tag tone="attention">Belum</Tag>
          <State tone="confirmed">Diubah</State>
          <LevelSegmented label="Perilaku" value="above" onChange={() => undefined} />
          <BarAgainstTarget label="Kontak erat" value="84%" target="90%" share={0.93} low />
        </Panel>
        <SidePanel name="uji" title="Sari Wulandari" onClose={() => undefined}>
          <EmptyState icon={IconUsers} title="Belum ada pegawai">
            Impor daftar pegawai.
          </EmptyState>
        </SidePanel>
        <FilterSentence start="Menampilkan:" parts={[{ id: 'a', label: 'P2P' }]} onRemove={() => undefined} />
        <DistributionChart title="Sebaran" guide={null} bars={[{ predicate: 'good', count: 3 }]} />
      </>,
    )
    expect(await seriousFindings(container)).toEqual([])
  })

  it('negative control: axe finds a nameless button', async () => {
    const { container } = renderKit(<button type="button" />)
    expect((await seriousFindings(container)).join()).toContain('button-name')
  })
})
