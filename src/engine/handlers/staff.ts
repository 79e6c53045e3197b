import { peopleAtHand, periodPeople } from '#application/overview/period-people.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { addEmployee } from '#application/staff/add-employee.ts'
import { exportGrid } from '#application/staff/export-grid.ts'
import { loadBoard, loadIndicatorBoard, loadRows } from '#application/staff/load-board.ts'
import { recordCells } from '#application/staff/record-cells.ts'
import { removeEmployees } from '#application/staff/remove-employees.ts'
import { setSupervisor } from '#application/staff/set-supervisor.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function staffHandlers({ session, environment, files }: HandlerContext): HandlersOf<CallsOf<'staff'>> {
  const reader = () => staffReader(session.database())
  const periodOf = (workspace: Workspace, periodId: PeriodId) => workspace.tables.period.require(periodId)

  return {
    'staff.board': async ({ periodId, ...page }) => {
      const workspace = session.current()
      const period = periodOf(workspace, periodId)
      // The first rows must not wait for everybody; whoever asks for later ones wants them all.
      const everybody =
        page.count === null || page.from > 0
          ? await periodPeople(workspace, reader(), period, session.pause())
          : peopleAtHand(workspace, period)
      return { ...loadBoard(reader(), period, page, everybody), trailLength: workspace.trailLength() }
    },
    'staff.rows': ({ periodId, employeeIds }) => {
      const workspace = session.current()
      const rows = loadRows(reader(), periodOf(workspace, periodId), employeeIds)
      return { ...rows, trailLength: workspace.trailLength() }
    },
    'staff.indicatorBoard': ({ periodId, employeeIds, ...page }) =>
      loadIndicatorBoard(reader(), periodOf(session.current(), periodId), employeeIds, page),
    'staff.recordCells': (block) => {
      const workspace = session.current()
      const { recorded, refused, employeeIds } = recordCells(workspace, environment, block)
      const rows = loadRows(reader(), periodOf(workspace, block.periodId), employeeIds)
      return { recorded, refused: [...refused], rows: { ...rows, trailLength: workspace.trailLength() } }
    },
    'staff.setSupervisor': (input) => {
      setSupervisor(session.current(), environment, input)
      return {}
    },
    'staff.add': (input) => ({ employeeId: addEmployee(session.current(), environment, input) }),
    'staff.remove': ({ periodId, employeeIds }) => {
      removeEmployees(session.current(), periodId, employeeIds)
      return {}
    },
    'staff.export': (grid) => exportGrid(grid, environment.author(), workbookWriter, files),
  }
}
