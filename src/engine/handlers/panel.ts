import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import {
  commonAgreement,
  commonSheet,
  loadCommonCases,
  removeCommonCase,
  saveCommonCase,
  scoreCommonCases,
} from '#application/panel/common-cases.ts'
import { drawPanel, withdrawDraw } from '#application/panel/draw-panel.ts'
import { giveScore, loadSheet } from '#application/panel/give-scores.ts'
import { issueBallot } from '#application/panel/issue-ballot.ts'
import { loadPanel, panelAdvice, panelAgreement } from '#application/panel/load-panel.ts'
import { type BallotPreview, mergeBallots, previewBallots } from '#application/panel/merge-ballots.ts'
import { addPanelist, removePanelist } from '#application/panel/panelists.ts'
import type { BallotFile } from '#application/panel/read-ballot.ts'
import { calibrationReader } from '#data/repositories/calibration-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import { standingReader } from '#data/repositories/standing-reader.ts'
import { importLimits } from '#documents/readers/limits.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { AppError } from '#domain/app-error.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { createPanelSheet } from '#engine/panel-sheet.ts'

export function panelHandlers(context: HandlerContext): HandlersOf<CallsOf<'panel'>> {
  const { session, environment, files, jobs, pinHashing } = context
  const workspace = () => session.current()
  const tables = () => session.current().tables
  const sheet = createPanelSheet()
  let preview: { readonly id: string; readonly path: string; readonly read: BallotPreview } | null = null
  const done = {}

  return {
    'panel.get': ({ periodId }) => loadPanel(tables(), periodId),
    'panel.advice': ({ periodId }) => {
      const database = session.database()
      const sources = {
        workspace: workspace(),
        staff: staffReader(database),
        standings: standingReader(database),
        calibration: calibrationReader(database),
        pause: session.pause(),
      }
      return panelAdvice(sources, periodId)
    },
    'panel.addPanelist': (input) => ({ panelistId: addPanelist(workspace(), environment, input) }),
    'panel.removePanelist': ({ periodId, panelistId }) => {
      removePanelist(workspace(), periodId, panelistId)
      return done
    },
    'panel.draw': (input) => {
      drawPanel(workspace(), { environment, hashing }, input)
      return done
    },
    'panel.withdraw': ({ periodId, reason }) => {
      sheet.close()
      withdrawDraw(workspace(), periodId, reason)
      return done
    },

    'panel.openSheet': async ({ panelistId, pin }) => {
      const parts = { workspace: workspace(), environment, hashing: pinHashing }
      return { sheet: await sheet.open(parts, panelistId, pin) }
    },
    'panel.closeSheet': () => {
      sheet.close()
      return done
    },
    'panel.sheet': ({ panelistId, sheet: shown }) => {
      sheet.need(workspace().path, panelistId, shown)
      const { dossiers, ...rest } = loadSheet(workspace(), panelistId)
      return { ...rest, dossiers: [...dossiers].map(plain) }
    },
    'panel.giveScore': ({ panelistId, sheet: shown, ...given }) => {
      sheet.need(workspace().path, panelistId, shown)
      giveScore(workspace(), environment, panelistId, given)
      return done
    },

    'panel.issueBallot': ({ panelistId, format, path }) =>
      issueBallot(
        { workspace: workspace(), environment, hashing, writer: workbookWriter, files, encode },
        panelistId,
        format,
        path,
      ),
    'panel.previewBallots': ({ jobId, periodId, paths }) =>
      jobs.run(jobId, async (job) => {
        const { tableReader } = await import('#documents/readers/table-reader.ts')
        const loaded: BallotFile[] = []
        for (const [index, path] of paths.entries()) {
          job.report('reading', index, paths.length)
          await job.pause()
          loaded.push(loadBallot(path))
        }
        const read = previewBallots({ workspace: workspace(), hashing, reader: tableReader }, periodId, loaded)
        preview = { id: environment.newId(), path: workspace().path, read }
        const reports = read.reports.map((report) => ({
          ...report,
          refused: [...report.refused],
          problem: report.problem && { ...report.problem, params: { ...report.problem.params } },
        }))
        return { previewId: preview.id, reports }
      }),
    'panel.mergeBallots': ({ previewId }) => {
      if (preview === null || preview.id !== previewId || preview.path !== workspace().path)
        throw new AppError('E-BALLOT-STALE')
      const scores = mergeBallots(workspace(), environment, preview.read)
      preview = null
      return { scores }
    },
    'panel.agreement': ({ periodId }) => panelAgreement(tables(), periodId),

    'panel.commonCases': ({ periodId }) => loadCommonCases(tables(), periodId),
    'panel.saveCommonCase': (input) => ({ id: saveCommonCase(workspace(), environment, input) }),
    'panel.removeCommonCase': ({ periodId, id }) => {
      removeCommonCase(workspace(), periodId, id)
      return done
    },
    'panel.commonSheet': ({ periodId, supervisorId }) => commonSheet(tables(), periodId, supervisorId),
    'panel.scoreCommonCases': (input) => {
      scoreCommonCases(workspace(), environment, input)
      return done
    },
    'panel.commonAgreement': ({ periodId }) => commonAgreement(tables(), periodId),
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

type Sheet = ReturnType<typeof loadSheet>

const plain = ({ results, feedback, ...rest }: Sheet['dossiers'][number]) => ({
  ...rest,
  results: results.map((result) => ({ ...result, indicators: [...result.indicators] })),
  feedback: [...feedback],
})

/** Looks at the size before reading, so that a huge file costs nothing. */
function loadBallot(path: string): BallotFile {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) throw new AppError('E-OPEN-MISSING', { path })
  if (stats.size > importLimits.fileBytes) throw new AppError('E-IMPORT-LIMIT', { limit: 'file-size' })
  const bytes = readFileSync(path)
  return { name: basename(path), bytes, text: textOf(bytes), sha256: createHash('sha256').update(bytes).digest('hex') }
}
