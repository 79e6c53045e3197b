import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ComparisonChart } from '#renderer/ui/charts/comparison-chart.tsx'
import type { ComparisonRow } from '#renderer/ui/charts/comparison-plot.ts'
import { useGrowing } from '#renderer/ui/growing.tsx'
import { renderKit } from './render.tsx'

/** What the page watches, and a way to say that it comes near the view. */
class FakeObserver {
  static all: FakeObserver[] = []
  readonly tell: (entries: { isIntersecting: boolean }[]) => void
  watched: Element | null = null
  constructor(tell: FakeObserver['tell']) {
    this.tell = tell
    FakeObserver.all.push(this)
  }
  observe(element: Element): void {
    this.watched = element
  }
  disconnect(): void {
    this.watched = null
  }
}
const watched = () => FakeObserver.all.filter((one) => one.watched !== null)
const comesNear = (place: number, isIntersecting = true) => act(() => watched()[place]?.tell([{ isIntersecting }]))

beforeEach(() => {
  FakeObserver.all = []
  vi.stubGlobal('IntersectionObserver', FakeObserver)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Numbers({ count }: { readonly count: number }) {
  const [shown, end] = useGrowing(Array.from({ length: count }, (_, place) => place))
  return (
    <>
      <ul>
        {shown.map((number) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
      {end}
    </>
  )
}

describe('a long list', () => {
  it('goes on each time its end comes near, to the last of it', () => {
    renderKit(<Numbers count={70} />)
    const lengths = [screen.getAllByRole('listitem').length]
    comesNear(0, false)
    expect(screen.getAllByRole('listitem')).toHaveLength(30)
    while (watched().length > 0) {
      comesNear(0)
      lengths.push(screen.getAllByRole('listitem').length)
    }
    expect(lengths).toEqual([30, 60, 70])
  })

  it('is whole at once where it is short, and where the page cannot tell what is in view', () => {
    renderKit(<Numbers count={30} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(30)
    expect(watched()).toHaveLength(0)
    cleanup()
    vi.stubGlobal('IntersectionObserver', undefined)
    renderKit(<Numbers count={100} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(100)
  })
})

describe('a comparison of many supervisors', () => {
  const rows: readonly ComparisonRow[] = Array.from({ length: 60 }, (_, place) => ({
    id: `s${place}`,
    name: `Penilai ${place}`,
    value: place,
    n: 5,
  }))
  const shown = () => screen.queryAllByRole('button', { name: /^Penilai \d/ }).map((row) => row.textContent)

  it('makes the rows that come near, keeps the place of the others, and has all of them in its table', () => {
    const { container } = renderKit(
      <ComparisonChart title="Temuan" alternative="Uraian" rows={rows} axis={{ min: 0, max: 60 }} fileName="berkas" />,
    )
    const blocks = watched().map(({ watched: element }) => (element as HTMLElement).style.height)
    expect(blocks).toEqual(['650px', '650px', '260px'])
    expect(shown()).toEqual([])
    comesNear(0)
    expect(shown()).toHaveLength(25)
    comesNear(1)
    expect(shown()).toHaveLength(35)
    expect(shown().at(-1)).toContain('Penilai 59')
    act(() => screen.getByRole('button', { name: 'Tabel' }).click())
    expect(container.querySelectorAll('tbody tr')).toHaveLength(60)
  })
})
