import { unsoundBlocks } from '#data/store/encryption/unsound-blocks.ts'
import { checkWorkspacePages, findWorkspaceDefects } from '#data/store/workspace-file.ts'
import type { PagesQuestion } from './check-pages.ts'
import { answerOnThread } from './on-file-thread.ts'

/** The program of the thread that reads a large file from end to end, and says whether it is sound or what is wrong with it. */
await answerOnThread<PagesQuestion, readonly string[]>(({ question: { path, wanted }, engine, key, layer }) => {
  if (wanted === 'defects') return [...findWorkspaceDefects(engine, path, layer), ...unsoundBlocks(path, key)]
  checkWorkspacePages(engine, path, layer)
  return []
})
