import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables, TableName, WriteTables } from '#application/ports/tables.ts'
import type { ChangeNotice, CommandMeta, RowChange, TrailEntry, Workspace } from '#application/ports/workspace.ts'
import type { OpenWorkspace } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { noticeOf } from './affected-employees.ts'
import { appendEntry, journalHead, journalLength, readChanges, readEntries } from './journal.ts'
import { pinStore } from './pin-store.ts'
import { readTable } from './read-table.ts'
import { type RecordChange, recordedTable, writeBack } from './recorded-table.ts'
import { type TableMap, tableMaps, tableNames } from './table-map.ts'

/**
 * The workspace on its SQLite file. Undo and redo are kept for the sitting: a stack of journal entries, each taken back
 * by writing its recorded rows backwards as a new command, so that the journal itself only ever grows.
 */
export function sqlWorkspace(
  file: OpenWorkspace,
  environment: Environment,
  notify: (notice: ChangeNotice) => void,
): Workspace {
  const { db } = file
  const undoStack: TrailEntry[] = []
  const redoStack: TrailEntry[] = []
  const pins = pinStore(file)
  const versions = new Map<TableName, object>(tableNames.map((name) => [name, {}]))
  const versionOf = (name: TableName) => versions.get(name) ?? null

  /** Runs one unit of work and appends its entry; null when nothing changed. */
  function commit<Result>(
    meta: CommandMeta,
    undoes: number | null,
    work: (record: RecordChange, touched: ReadonlySet<TableName>) => Result,
  ) {
    if (file.readOnly) throw new AppError('E-SAVE-RO')
    const changes: RowChange[] = []
    const touched = new Set<TableName>()
    const record = (change: RowChange) => {
      changes.push(change)
      touched.add(change.table)
    }
    const outcome = db.transaction(() => {
      const result = work(record, touched)
      if (changes.length === 0) return { result, entry: null }
      return { result, entry: append(meta, undoes, changes) }
    })
    for (const name of touched) versions.set(name, {})
    if (outcome.entry) notify(noticeOf(db, changes))
    return outcome
  }

  function append(meta: CommandMeta, undoes: number | null, changes: readonly RowChange[]): TrailEntry {
    const { name: command, summary, reason = '' } = meta
    const head = { at: environment.now(), author: environment.author(), command, summary, reason, undoes }
    return appendEntry(db, head, changes)
  }

  function takeBack(entry: TrailEntry, name: string): TrailEntry {
    const outcome = commit({ name, summary: { ...entry.summary, of: originalCommand(entry) } }, entry.seq, (record) => {
      for (const change of readChanges(db, entry.seq).toReversed()) {
        writeBack(db, change)
        record({ ...change, before: change.after, after: change.before })
      }
    })
    if (!outcome.entry) throw new AppError('E-UNDO-CHANGED')
    return outcome.entry
  }

  return {
    path: file.path,
    readOnly: file.readOnly,
    tables: readTables(file, versionOf),
    pins,
    command(meta, work) {
      const { result, entry } = commit(meta, null, (record, touched) =>
        work(
          writeTables(file, record, (name) => (touched.has(name) ? null : versionOf(name))),
          pins,
        ),
      )
      if (entry && meta.final !== true) {
        undoStack.push(entry)
        redoStack.length = 0
      }
      return result
    },
    note(meta) {
      if (file.readOnly) throw new AppError('E-SAVE-RO')
      db.transaction(() => append(meta, null, []))
      notify(noticeOf(db, []))
    },
    undo() {
      const entry = undoStack.at(-1)
      if (!entry) throw new AppError('E-UNDO-NOTHING')
      const inverse = takeBack(entry, 'history.undo')
      undoStack.pop()
      redoStack.push(inverse)
      return entry
    },
    redo() {
      const inverse = redoStack.at(-1)
      if (!inverse) throw new AppError('E-UNDO-NOTHING')
      const again = takeBack(inverse, 'history.redo')
      redoStack.pop()
      undoStack.push(again)
      return again
    },
    history: () => ({ undo: named(undoStack.at(-1)), redo: named(redoStack.at(-1)) }),
    trail: (page) => readEntries(db, page),
    changesOf: (seq, limit) => readChanges(db, seq, limit),
    trailLength: () => journalLength(db),
    anchor: () => journalHead(db),
    saveCopy: (path) => file.saveCopy(path),
    checkIntegrity: () => file.checkIntegrity(),
    close: () => file.close(),
  }
}

const originalCommand = (entry: TrailEntry) => String(entry.summary.of ?? entry.command)

const named = (entry: TrailEntry | undefined) =>
  entry ? { command: originalCommand(entry), summary: entry.summary } : null

type VersionOf = (name: TableName) => object | null

function readTables(file: OpenWorkspace, versionOf: VersionOf): ReadTables {
  return forEachTable((name) => readTable(file.db, anyMap(name), () => versionOf(name))) as unknown as ReadTables
}

function writeTables(file: OpenWorkspace, record: RecordChange, versionOf: VersionOf): WriteTables {
  return forEachTable((name) =>
    recordedTable(file.db, name, anyMap(name), record, () => versionOf(name)),
  ) as unknown as WriteTables
}

/** One table's map with its row type forgotten: the mapped type of the result gives it back. */
const anyMap = (name: TableName) => tableMaps[name] as unknown as TableMap<{ id: string }>

const forEachTable = (make: (name: TableName) => unknown) =>
  Object.fromEntries(tableNames.map((name) => [name, make(name)]))
