import type { Harness, TortureResult } from './harness.ts'

const begin = '<!-- torture table begins: written by npm run torture -->'
const end = '<!-- torture table ends -->'

/** The results as a table in Markdown. */
export function tableOf(rows: readonly TortureResult[], harnesses: readonly Harness[]): string {
  const lines = rows.map((row) => {
    const what = harnesses.find(({ name }) => name === row.harness)?.what ?? ''
    const controls = row.controls.map((one) => `${one.what}: ${one.failed ? 'fails' : '**did not fail**'}`).join('; ')
    return [`**${row.harness}**: ${what}`, count(row.tried), count(row.passed), controls, row.seconds.toFixed(0)]
  })
  const header = ['What was tried', 'Tried', 'Passed', 'Negative control', 'Seconds']
  const table = [header, ['---', '--:', '--:', '---', '--:'], ...lines].map((cells) => `| ${cells.join(' | ')} |`)
  const notes = rows.flatMap((row) => row.skipped.map((why) => `- ${row.harness}: ${why}`))
  return [...table, ...(notes.length > 0 ? ['', 'Left out on this machine:', '', ...notes] : [])].join('\n')
}

const count = (value: number) => value.toLocaleString('en-US')

/** The document with this table between its two marks. */
export function withTable(document: string, table: string): string {
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new Error('the document has no place for the table: its two marks are missing')
  return `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`
}
