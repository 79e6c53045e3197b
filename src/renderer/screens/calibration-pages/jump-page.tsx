import { IconTrendingUp } from '@tabler/icons-react'
import { calibrationFindingSentence } from '#contract/calibration-sentences.ts'
import type { ShownJump } from '#domain/calibration/shown-result.ts'
import type { JumpFigure } from '#domain/calibration/year-jump.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import { type Translate, useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { ChangeChart } from './change-chart.tsx'
import { Deeper, FigureTable } from './deeper.tsx'
import { pWords } from './figure-words.ts'
import { namesOf } from './names-of.ts'
import { PageWords } from './page-words.tsx'
import type { Shown } from './screen.tsx'

type Known = Extract<ShownJump, { kind: 'value' }>

/** People named in a sentence. */
const namesShown = 5
/** People listed under the chart. */
const listed = 12

/** Scores that moved since the former period otherwise than achievement and the supervisor's general change explain. */
export function JumpPage({ shown }: { readonly shown: Shown }) {
  const t = useT()
  const locale = useLocale()
  const { jump } = shown.result
  if (jump.kind === 'value') return <Jumps shown={shown} jump={jump} />
  if (jump.because === 'no-former-period') {
    return (
      <EmptyState icon={IconTrendingUp} title={t('calibrationPages.jumpNoFormer')}>
        {t('calibrationPages.jumpNoFormerText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={IconTrendingUp} title={t('calibrationPages.jumpCannot')}>
      {calibrationFindingSentence({ code: 'not-fitted', because: jump.because }, locale)}
    </EmptyState>
  )
}

function Jumps({ shown, jump }: { readonly shown: Shown; readonly jump: Known }) {
  const t = useT()
  const format = useFormat()
  const { options } = shown.result
  const { flagged } = jump
  const first = jump.most.slice(0, listed)
  return (
    <>
      <PageWords
        known={knownSentences(shown, jump, t, format)}
        unknown={[t('calibrationPages.jumpUnknown')]}
        todo={[t(flagged === 0 ? 'calibrationPages.jumpTodoNone' : 'calibrationPages.jumpTodo')]}
      />
      <ChangeChart
        title={
          flagged === 0 ? t('calibrationPages.jumpTitleNone') : t('calibrationPages.jumpTitle', { count: flagged })
        }
        values={jump.unexplained}
      />
      <Panel
        title={t('calibrationPages.jumpPeople')}
        note={t('calibrationPages.jumpPeopleNote', { count: first.length })}
        flush
      >
        <People shown={shown} jumps={first} />
      </Panel>
      <Deeper
        assumptions={[
          t('calibrationPages.jumpAssumption1'),
          t('calibrationPages.jumpAssumption2', {
            q: format.number(options.individual.q, 2),
            people: jump.people,
            points: options.individual.points,
          }),
        ]}
      >
        <Figures shown={shown} jumps={first} />
      </Deeper>
    </>
  )
}

function knownSentences(shown: Shown, jump: Known, t: Translate, format: Formatters): string[] {
  const { points } = shown.result.options.individual
  const near = jump.unexplained.filter((change) => Math.abs(change) < points).length
  return [
    t('calibrationPages.jumpKnown', {
      people: jump.people,
      middle: format.percent(near / Math.max(1, jump.unexplained.length), 0),
      points,
    }),
    jump.flagged === 0
      ? t('calibrationPages.jumpNobody')
      : t('calibrationPages.jumpFlagged', { names: flaggedNames(shown, jump, t, format) }),
  ]
}

/** The first flagged by name, the others counted. */
function flaggedNames(shown: Shown, { most, flagged }: Known, t: Translate, format: Formatters): string {
  const people = namesOf(shown)
  const first = most.filter(({ isFlagged }) => isFlagged).slice(0, namesShown)
  const names = first.map(({ employee }) => `**${people.employee(employee).name}**`)
  const others = flagged - names.length
  return others === 0 ? format.list(names) : t('calibrationPages.jumpNames', { names: names.join(', '), count: others })
}

interface PeopleProps {
  readonly shown: Shown
  readonly jumps: readonly JumpFigure[]
}

function People({ shown, jumps }: PeopleProps) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const names = namesOf(shown)
  const marks = ({ isFlagged, isNewSupervisor }: JumpFigure): string =>
    [
      ...(isFlagged ? [t('calibrationPages.jumpIsFlagged')] : []),
      ...(isNewSupervisor ? [t('calibrationPages.jumpNewSupervisor')] : []),
    ].join(', ')
  return (
    <FigureTable
      columns={[
        { header: t('calibrationPages.employee') },
        { header: t('calibrationPages.supervisor') },
        { header: t('calibrationPages.jumpChange'), isFigure: true },
        { header: t('calibrationPages.jumpUnexplained'), isFigure: true },
        { header: t('calibrationPages.jumpMark') },
      ]}
      rows={jumps.map((one) => {
        const { name } = names.employee(one.employee)
        return {
          id: `${one.employee} ${one.supervisor}`,
          cells: [
            <TextLink
              key="name"
              strong
              label={t('calibrationPages.openDossier', { name })}
              onClick={() => go('staff', { employee: one.employee })}
            >
              {name}
            </TextLink>,
            names.supervisor(one.supervisor).name,
            format.signed(one.change, 1),
            format.signed(one.unexplained, 1),
            marks(one),
          ],
        }
      })}
    />
  )
}

function Figures({ shown, jumps }: PeopleProps) {
  const t = useT()
  const format = useFormat()
  const names = namesOf(shown)
  return (
    <FigureTable
      columns={[
        { header: t('calibrationPages.employee') },
        { header: t('calibrationPages.jumpUnexplained'), isFigure: true },
        { header: 'z', isFigure: true },
        { header: t('calibrationPages.pValue'), isFigure: true },
        { header: t('calibrationPages.qValue'), isFigure: true },
      ]}
      rows={jumps.map((one) => ({
        id: `${one.employee} ${one.supervisor}`,
        cells: [
          names.employee(one.employee).name,
          format.signed(one.unexplained, 2),
          format.signed(one.z, 2),
          pWords(one.p, format),
          pWords(one.q, format),
        ],
      }))}
    />
  )
}
