import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

interface Ban {
  readonly what: RegExp
  readonly within: RegExp
  readonly except?: RegExp
  readonly because: string
  readonly example: string
}

const bans: readonly Ban[] = [
  {
    what: /\bDate\.now\b|\bnew Date\(\)/,
    within: /^src\/(domain|contract|application)\//,
    because: 'time is an argument',
    example: 'const t = Date.now()',
  },
  {
    what: /\bMath\.random\b|\brandomUUID\b/,
    within: /^src\/(domain|contract|application|data|documents)\//,
    because: 'chance is an argument',
    example: 'Math.random()',
  },
  {
    what: /\bipcMain\b|\bMessageChannelMain\b/,
    within: /^src\//,
    except: /^src\/main\/ipc\//,
    because: 'one gate between page and shell',
    example: 'ipcMain.handle()',
  },
  {
    what: /\bopenExternal\b/,
    within: /^src\//,
    because: 'nothing leaves the laptop',
    example: 'shell.openExternal(url)',
  },
  {
    what: /\bwebSecurity\s*:\s*false|\bnodeIntegration\s*:\s*true|\bcontextIsolation\s*:\s*false|\bsandbox\s*:\s*false/,
    within: /^src\//,
    because: 'pages stay sandboxed',
    example: 'webSecurity: false',
  },
  {
    what: /\bdangerouslySetInnerHTML\b|\.innerHTML\s*=/,
    within: /^src\/renderer\//,
    because: 'text is never parsed as HTML',
    example: 'node.innerHTML = x',
  },
  {
    what: /\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b/,
    within: /^src\/renderer\//,
    // Widths, hidden columns, language and theme are habits of this laptop, not data of the agency.
    except: /^src\/renderer\/ui\/(settings|stored)\.ts$/,
    because: 'data stands in the workspace file only',
    example: 'localStorage.setItem()',
  },
  {
    what: /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/,
    within: /^src\//,
    except: /^src\/main\/(protocol|app-protocol)/,
    because: 'no network',
    example: "fetch('/x')",
  },
  {
    what: /\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b/,
    within: /^src\//,
    because: 'nothing is left for later',
    example: '// TODO',
  },
]

function offences(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const code = file.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/(?!\s*(TODO|FIXME|HACK|XXX)).*$/gm, '')
    return bans
      .filter((ban) => ban.within.test(file.path) && !ban.except?.test(file.path) && ban.what.test(code))
      .map((ban) => `${file.path}: ${ban.because}`)
  })
}

describe('forbidden words', () => {
  it('stand nowhere in src', () => {
    expect(offences(sourceFiles())).toEqual([])
  })

  it.each(bans.map((ban) => [ban.example, ban] as const))('finds %s', (example, ban) => {
    const path = ban.within.source.includes('renderer')
      ? 'src/renderer/ui/x.ts'
      : ban.within.source.includes('domain')
        ? 'src/domain/x.ts'
        : 'src/engine/x.ts'
    expect(offences([{ path, text: example }])).toEqual([`${path}: ${ban.because}`])
  })
})
