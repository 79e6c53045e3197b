import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { DataGrid } from '#renderer/ui/data-grid/data-grid.tsx'
import type { CellChange, DataGridProps, GridColumn } from '#renderer/ui/data-grid/types.ts'
import { renderKit } from './render.tsx'

interface Row {
  readonly id: string
  readonly name: string
  readonly score: number | null
}

const columns: readonly GridColumn<Row>[] = [
  { key: 'name', header: 'Nama', group: 'Identitas', width: 120, frozen: true, value: (row) => row.name },
  {
    key: 'score',
    header: 'Skor',
    group: 'Hasil kerja',
    width: 80,
    decimals: 2,
    value: (row) => row.score,
    editor: { kind: 'number', min: 0, max: 100 },
    incomplete: (row) => (row.score === null ? '2 dari 5 RHK belum dinilai' : null),
  },
]
const first: readonly Row[] = [
  { id: 'a', name: 'Sari', score: 92 },
  { id: 'b', name: 'Joko', score: 74.5 },
  { id: 'c', name: 'Fitri', score: null },
]

function Harness({ onChanges }: { readonly onChanges?: DataGridProps<Row>['onChanges'] }) {
  const [rows, setRows] = useState(first)
  const apply = async (changes: readonly CellChange[], origin: 'edit' | 'paste' | 'fill' | 'clear') => {
    const refused = await onChanges?.(changes, origin)
    setRows((old) =>
      old.map((row) => {
        const change = changes.find((candidate) => candidate.rowId === row.id)
        return change === undefined ? row : { ...row, score: typeof change.value === 'number' ? change.value : null }
      }),
    )
    return refused
  }
  return (
    <div style={{ width: 800, height: 400 }}>
      <DataGrid label="Pegawai" name="uji" rows={rows} columns={columns} rowId={(row) => row.id} onChanges={apply} />
    </div>
  )
}

afterEach(cleanup)

async function cell(rowIndex: number, key: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[row-index="${rowIndex}"] [col-id="${key}"]`)
    if (found === null) throw new Error('the cell is not painted yet')
    return found
  })
}

async function select(rowIndex: number, key: string): Promise<HTMLElement> {
  const found = await cell(rowIndex, key)
  act(() => {
    fireEvent.pointerDown(found)
    fireEvent.mouseDown(found)
    found.focus()
  })
  // The grid tells of a press a moment later.
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  return found
}

function paste(target: HTMLElement, text: string): void {
  fireEvent.paste(target, { clipboardData: { getData: () => text } })
}

describe('the grid', () => {
  it('shows numbers of the language and says why a cell is empty', async () => {
    renderKit(<Harness />)
    expect((await cell(0, 'score')).textContent).toBe('92,00')
    expect((await cell(2, 'score')).textContent).toBe('2 dari 5 RHK belum dinilai')
  })

  it('pastes a block and gives the screen one list of changes', async () => {
    const seen = vi.fn(async () => undefined)
    renderKit(<Harness onChanges={seen} />)
    paste(await select(0, 'score'), '88,5\n77\n')
    await waitFor(() => expect(seen).toHaveBeenCalledOnce())
    expect(seen.mock.calls[0]).toEqual([
      [
        { rowId: 'a', columnKey: 'score', value: 88.5 },
        { rowId: 'b', columnKey: 'score', value: 77 },
      ],
      'paste',
    ])
    expect(await screen.findByText('2 sel ditempel.')).toBeDefined()
  })

  it('shows a preview when part of a block would be refused, and pastes the rest only then', async () => {
    const seen = vi.fn(async () => undefined)
    renderKit(<Harness onChanges={seen} />)
    paste(await select(0, 'score'), '885\n77')
    expect(await screen.findByText('1 sel tidak dapat ditempel')).toBeDefined()
    expect(seen).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Tempel 1 sel' }))
    await waitFor(() => expect(seen).toHaveBeenCalledOnce())
  })

  it('says under the grid why one cell was refused, and keeps its value', async () => {
    renderKit(<Harness />)
    paste(await select(0, 'score'), 'delapan')
    expect((await screen.findByRole('alert')).textContent).toContain('“delapan” bukan angka')
    expect((await cell(0, 'score')).textContent).toBe('92,00')
  })

  it('says why the engine refused', async () => {
    renderKit(<Harness onChanges={() => Promise.reject(new AppError('E-RULE-FROZEN'))} />)
    paste(await select(0, 'score'), '80')
    expect((await screen.findByRole('alert')).textContent).toContain('Nilai sel tidak berubah.')
    expect((await cell(0, 'score')).textContent).toBe('92,00')
  })

  it('names the present choice and every other one while a choice is edited', async () => {
    const levels: readonly GridColumn<Row>[] = [
      {
        key: 'level',
        header: 'Tingkat',
        width: 60,
        value: () => 'meets',
        text: () => 'Sesuai',
        editor: {
          kind: 'choice',
          options: [
            { value: 'below', label: 'Di bawah ekspektasi' },
            { value: 'meets', label: 'Sesuai' },
          ],
        },
      },
    ]
    renderKit(
      <div style={{ width: 800, height: 400 }}>
        <DataGrid
          label="Pegawai"
          name="pilihan"
          rows={first}
          columns={levels}
          rowId={(row) => row.id}
          onChanges={async () => undefined}
        />
      </div>,
    )
    fireEvent.keyDown(await select(0, 'level'), { key: 'Enter' })
    await waitFor(() => expect(document.querySelector('.ag-picker-field-display')?.textContent).toBe('Sesuai'))
    const words = [...document.querySelectorAll('.ag-select-list-item')].map((item) => item.textContent?.trim())
    expect(words).toEqual(['kosong', 'Di bawah ekspektasi', 'Sesuai'])
  })

  it('clears with Delete', async () => {
    const seen = vi.fn(async () => undefined)
    renderKit(<Harness onChanges={seen} />)
    fireEvent.keyDown(await select(1, 'score'), { key: 'Delete' })
    await waitFor(() => expect(seen).toHaveBeenCalledWith([{ rowId: 'b', columnKey: 'score', value: null }], 'clear'))
  })
})
