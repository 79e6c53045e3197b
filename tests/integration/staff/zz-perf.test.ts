import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { buildExample } from '#application/example/build-example.ts'
import { seededGenerator } from '#application/example/chance.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { staffColumns } from '#application/staff/staff-columns.ts'
import { staffRow } from '#application/staff/staff-row.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import { sql } from '#data/store/sql.ts'
import { createEnvironment } from '#engine/environment.ts'
import { exampleSource } from '#engine/example-source.ts'
import { createSession } from '#engine/session.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'

const folder = '/tmp/staff-perf'
const path = `${folder}/big.timbang`
const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
const env = createEnvironment({ now: () => new Date(), random: seededGenerator(1) }, () => 'x')
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

it('is quick', { timeout: 300_000 }, async () => {
  mkdirSync(folder, { recursive: true })
  const session = createSession(
    wasm,
    env,
    () => undefined,
    () => undefined,
  )
  if (!existsSync(path)) {
    await session.create(path, (w) =>
      buildExample(
        w,
        env,
        exampleSource,
        1,
        { report() {}, pause: async () => {} },
        { staff: 10_000, unitCopies: 40, quarters: [3], indicatorsPerPlan: 8 },
      ),
    )
  } else await session.open(path)
  const period = session.current().tables.period.all()[0]
  if (!period) throw new Error('no period')
  const reader = staffReader(session.database())
  const t = (label: string, work: () => unknown) => {
    const all: string[] = []
    for (let i = 0; i < 4; i++) {
      const s = performance.now()
      const c = cpu()
      work()
      all.push(`${Math.round(performance.now() - s)}/${Math.round(cpu() - c)}`)
    }
    console.log(label, all.join(' '))
  }
  const db = session.database()
  const id = period.id
  t('people', () => reader.people(id))
  t('numbers', () => reader.resultNumbers(id))
  t('supervisors', () => reader.supervisors(id))
  t('facts', () => reader.facts(id, null))
  t('q plans', () =>
    db.all(sql`SELECT wp.employee_id AS employeeId,
      wp.approach AS approach,
      json_group_array(json_array(wr.number, wr.kind, wr.weight_hundredths, rs.score)) AS packed
    FROM work_plan wp LEFT JOIN work_result wr ON wr.work_plan_id = wp.id
    LEFT JOIN assessment a ON a.period_id = wp.period_id AND a.employee_id = wp.employee_id
    LEFT JOIN result_score rs ON rs.assessment_id = a.id AND rs.work_result_id = wr.id
    WHERE wp.period_id = ${id} GROUP BY wp.employee_id`),
  )
  t('q ind packed', () =>
    db.all(sql`SELECT wp.employee_id AS employeeId,
      json_group_array(json_array(wr.number, i.target, i.direction, i.aspect,
        CASE WHEN i.direction = 'unknown' THEN i.statement END, i.realisation, i.index_override)) AS packed
    FROM work_plan wp JOIN work_result wr ON wr.work_plan_id = wp.id JOIN indicator i ON i.work_result_id = wr.id
    WHERE wp.period_id = ${id} GROUP BY wp.employee_id`),
  )
  t('q ind rows', () =>
    db.all(sql`SELECT wp.employee_id AS e, wr.number AS n, i.target AS t, i.direction AS d, i.realisation AS r
    FROM work_plan wp JOIN work_result wr ON wr.work_plan_id = wp.id JOIN indicator i ON i.work_result_id = wr.id
    WHERE wp.period_id = ${id}`),
  )
  t('q ind count', () =>
    db.all(sql`SELECT sum(length(i.target) + length(i.realisation)+length(i.direction))
    FROM work_plan wp JOIN work_result wr ON wr.work_plan_id = wp.id JOIN indicator i ON i.work_result_id = wr.id
    WHERE wp.period_id = ${id}`),
  )
  t('q ind scan', () => db.all(sql`SELECT sum(length(i.target)+ length(i.realisation)) FROM indicator i`))
  t('q beh', () =>
    db.all(sql`SELECT a.employee_id AS employeeId,
      json_group_array(json_array(bs.value, bs.score)) AS packed
    FROM assessment a JOIN behaviour_score bs ON bs.assessment_id = a.id
    WHERE a.period_id = ${id} GROUP BY a.employee_id`),
  )
  t('q beh scan', () => db.all(sql`SELECT sum(score) FROM behaviour_score`))
  t('q sup', () =>
    db.all(sql`SELECT employee_id AS employeeId,
      supervisor_id AS supervisorId FROM supervision
    WHERE period_id = ${id}
    ORDER BY employee_id, coalesce(to_date, (SELECT ends_on FROM period WHERE id = ${id})),
      coalesce(from_date, (SELECT starts_on FROM period WHERE id = ${id})), rowid`),
  )
  t('q place', () =>
    db.all(sql`SELECT p.employee_id AS employeeId, e.name AS name, e.nip AS nip, e.status AS status,
      p.unit_id AS unitId, p.post AS post, p.post_kind AS postKind, p.grade AS grade, p.rank AS rank, p.rated AS rated,
      p.excluded_because AS excludedBecause, p.study_failed AS studyFailed, a.id AS assessmentId,
      a.work_level AS workLevel, a.work_level_reason AS workLevelReason, a.behaviour_level AS behaviourLevel,
      a.behaviour_level_reason AS behaviourLevelReason, a.printed_predicate AS printedPredicate
    FROM placement p JOIN employee e ON e.id = p.employee_id
    LEFT JOIN assessment a ON a.period_id = p.period_id AND a.employee_id = p.employee_id
    WHERE p.period_id = ${id}`),
  )
  const facts = [...reader.facts(id, null).values()]
  const readIndex = indexReader(period.scoring)
  t('rows', () => facts.map((f) => staffRow(f, period.scoring, readIndex)))
  t('rows cold', () => {
    const r = indexReader(period.scoring)
    return facts.map((f) => staffRow(f, period.scoring, r))
  })
  const rows = facts.map((f) => staffRow(f, period.scoring, readIndex))
  t('columns', () => staffColumns(rows, [1, 2, 3, 4, 5, 6]))
  session.close()
  if (process.env.FULL !== '1') return
  const app = testEngine({ checkOutputs: false, now: () => new Date() })
  await app.call('workspace.open', { path })
  const board = await app.call('staff.board', { periodId: id })
  const times: string[] = []
  const list: number[] = []
  for (let i = 0; i < 60; i++) {
    const s = performance.now()
    const c = cpu()
    const r = await app.call('staff.recordCells', {
      periodId: id,
      cells: [
        {
          employeeId: board.columns.employeeId[i * 100] ?? '',
          field: 'resultScore',
          key: '1',
          text: String(60 + Math.round(Math.random() * 4000) / 100),
        },
      ],
    })
    times.push(`${Math.round(performance.now() - s)}/${Math.round(cpu() - c)}`)
    list.push(cpu() - c)
    expect(r.refused).toEqual([])
  }
  console.log('edit', times.join(' '))
  await app.close()
})
