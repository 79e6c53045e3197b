import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchTimbang, projectFolder, type RunningTimbang } from './support/app.ts'
import { enginePid } from './support/engine-process.ts'
import type { PageWorld } from './support/page-world.ts'

const bridgeKeys = ['call', 'shell', 'subscribe']
const shellKeys = [
  'copyText',
  'launchExample',
  'launchFile',
  'openFileDialog',
  'openFolderDialog',
  'pathOfDroppedFile',
  'quit',
  'readClipboardText',
  'saveBytes',
  'saveFileDialog',
  'setLanguage',
  'setTheme',
  'setTitle',
  'setZoom',
  'showExported',
  'showPreview',
]

test.describe('a page of the running application', () => {
  let timbang: RunningTimbang
  test.beforeAll(async () => {
    timbang = await launchTimbang()
  })
  test.afterAll(() => timbang.close())

  test('runs in the real sandbox of the operating system', async () => {
    test.skip(process.platform !== 'linux', 'the kernel files read here exist on Linux only')
    const pid = await timbang.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    )
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(
      status
        .match(/^NSpid:(.*)$/m)?.[1]
        ?.trim()
        .split(/\s+/).length,
    ).toBeGreaterThanOrEqual(2)
  })

  test('has the strictest preferences', async () => {
    const preferences = await timbang.app.evaluate(({ BrowserWindow }) => {
      // The method exists since Electron 5, but is not part of the published types.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    })
  })

  test('knows nothing of Node or Electron', async () => {
    const names = [
      'require',
      'module',
      'process',
      'Buffer',
      'global',
      '__dirname',
      'exports',
      'electron',
      'ipcRenderer',
    ]
    const kinds = await timbang.page.evaluate((all) => all.map((name) => typeof Reflect.get(globalThis, name)), names)
    expect(kinds).toEqual(names.map(() => 'undefined'))
  })

  test('sees exactly the contract on window.timbang, and cannot change it', async () => {
    const seen = await timbang.page.evaluate(() => {
      const { timbang } = globalThis as unknown as PageWorld
      const call = timbang.call
      const tryToChange = (target: object, key: string) => {
        try {
          Reflect.set(target, key, () => 'taken over')
        } catch {
          // Refused with an exception is as good as ignored.
        }
      }
      tryToChange(globalThis, 'timbang')
      tryToChange(timbang, 'call')
      tryToChange(timbang.shell, 'quit')
      tryToChange(timbang, 'more')
      const now = (globalThis as unknown as PageWorld).timbang
      return {
        keys: Object.keys(now).sort(),
        shellKeys: Object.keys(now.shell).sort(),
        unchanged: now.call === call && String(now.shell.quit) !== "() => 'taken over'",
      }
    })
    expect(seen).toEqual({ keys: bridgeKeys, shellKeys, unchanged: true })
  })

  test('is served with a policy that allows nothing from elsewhere and no code from text', async () => {
    const policy = await timbang.page.evaluate(async () =>
      (await fetch('app://bundle/')).headers.get('content-security-policy'),
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{22,}'/)
    expect(policy).not.toMatch(/unsafe-|\*|http|\bblob:/)
    const outcome = await timbang.page.evaluate(async () => {
      const refuses = (work: () => unknown) => {
        try {
          work()
          return false
        } catch {
          return true
        }
      }
      const script = document.createElement('script')
      refuses(() => script.append('globalThis.inlineScriptRan = true'))
      document.body.append(script)
      const image = document.createElement('img')
      image.setAttribute('src', 'x:')
      refuses(() => image.setAttribute('onerror', 'globalThis.inlineHandlerRan = true'))
      document.body.append(image)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const refusesMarkup = refuses(() => {
        image.innerHTML = '<b>bold</b>'
      })
      script.remove()
      image.remove()
      return {
        refusesCode: refuses(() => new Function('return true')()),
        refusesMarkup,
        ran: 'inlineScriptRan' in globalThis || 'inlineHandlerRan' in globalThis,
      }
    })
    expect(outcome).toEqual({ refusesCode: true, refusesMarkup: true, ran: false })
  })

  test('gets a fresh style nonce with every response', async () => {
    const nonces = await timbang.page.evaluate(async () => {
      const read = async () => (await (await fetch('app://bundle/')).text()).match(/csp-nonce" content="([^"]+)"/)?.[1]
      return [await read(), await read()]
    })
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    expect(nonces.join()).not.toContain('__CSP_NONCE__')
  })

  test('has no permission whatsoever', async () => {
    const refusals = await timbang.page.evaluate(async () => {
      const fails = (work: () => Promise<unknown>) =>
        work().then(
          () => false,
          () => true,
        )
      const states = async (names: readonly string[]) =>
        Promise.all(
          names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
        )
      return {
        notification: await Notification.requestPermission(),
        position: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            (error) => resolve(error.code),
          ),
        ),
        camera: await fails(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await fails(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await fails(() => navigator.clipboard.readText()),
        granted: (
          await states(['midi', 'camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read'])
        ).includes('granted'),
      }
    })
    expect(refusals).toEqual({
      notification: 'denied',
      position: 1,
      camera: true,
      screen: true,
      clipboard: true,
      granted: false,
    })
  })

  test('goes nowhere and opens nothing', async () => {
    const before = timbang.page.url()
    const opened = await timbang.page.evaluate(async () => {
      const tries: (() => void)[] = [
        () => location.assign('https://example.com/'),
        () => location.assign('file:///etc/hostname'),
        () => location.assign('app://elsewhere/'),
        () => {
          const link = document.createElement('a')
          link.href = 'https://example.com/'
          document.body.append(link)
          link.click()
          link.remove()
        },
      ]
      for (const attempt of tries) {
        attempt()
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
      const view = document.createElement('webview') as HTMLElement & { getWebContentsId?: unknown }
      document.body.append(view)
      const isInert = view.getWebContentsId === undefined
      view.remove()
      return { https: window.open('https://example.com/'), blank: window.open('about:blank'), isInert }
    })
    expect(opened).toEqual({ https: null, blank: null, isInert: true })
    expect(timbang.page.url()).toBe(before)
    // A refused navigation leaves the document alone, its line to the engine included.
    const reply = await timbang.page.evaluate(() =>
      (globalThis as unknown as PageWorld).timbang.call('no.such-call', {}),
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'E-ARG' } })
    expect(timbang.app.windows()).toHaveLength(1)
  })

  test('reaches no network: neither past the policy, nor past the session', async () => {
    let hits = 0
    const server = createServer((_request, response) => {
      hits++
      response.end('reached')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const fromPage = await timbang.page.evaluate(async (address) => {
      new Image().src = address
      navigator.sendBeacon(address)
      try {
        new WebSocket(address.replace('http', 'ws'))
      } catch {
        // Refused at once: as good as refused later.
      }
      return fetch(address).then(
        () => 'reached',
        () => 'refused',
      )
    }, url)
    // From the main process there is no policy in the way: this is the session's own refusal.
    const fromSession = await timbang.app.evaluate(
      ({ BrowserWindow }, address) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.session.fetch(address)
          .then(
            () => 'reached',
            () => 'refused',
          ),
      url,
    )
    server.close()
    expect({ fromPage, fromSession, hits }).toEqual({ fromPage: 'refused', fromSession: 'refused', hits: 0 })
  })

  test('is served listed files only', async () => {
    const bad = [
      'app://bundle/../package.json',
      'app://bundle/%2e%2e/package.json',
      'app://bundle/..%2fpackage.json',
      'app://bundle/..%5cpackage.json',
      'app://bundle/assets/../../main/index.js',
      'app://bundle//etc/passwd',
      'app://bundle/index.html%00.png',
      'app://bundle/INDEX.HTML',
      'app://bundle/index.html?x=1',
      'app://bundle/page-files.json',
      'app://bundle/__proto__',
      'app://elsewhere/index.html',
    ]
    const answers = await timbang.app.evaluate(async ({ BrowserWindow }, urls) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session
      const status = async (url: string, method = 'GET') => (await session?.fetch(url, { method }))?.status
      return {
        bad: await Promise.all(urls.map((url) => status(url))),
        post: await status('app://bundle/', 'POST'),
        good: await status('app://bundle/'),
      }
    }, bad)
    expect(answers.bad.filter((code) => code !== 400 && code !== 404)).toEqual([])
    expect(answers).toMatchObject({ post: 405, good: 200 })
  })

  test('gets a bare code for arguments the shell does not accept', async () => {
    const refusals = await timbang.page.evaluate(async () => {
      const { shell } = (globalThis as unknown as PageWorld).timbang
      const said = (work: Promise<unknown>) =>
        work.then(
          () => 'done',
          (error: Error) => error.message,
        )
      const paths = ['/etc/passwd', '\\\\host\\share\\x', 'file:///etc/passwd', 'ms-msdt:/id', '', 'x\0y']
      const wrong = { purpose: 'anything', title: 'T' } as unknown as Parameters<typeof shell.openFileDialog>[0]
      const attempts = [
        ...paths.map((path) => shell.showExported(path)),
        shell.setZoom(99),
        shell.setZoom(Number.NaN),
        shell.setTheme('pink' as 'dark'),
        shell.setLanguage('xx' as 'en'),
        shell.setTitle('x'.repeat(10_000)),
        shell.setTitle({} as string),
        shell.openFileDialog(wrong),
        shell.saveFileDialog({ purpose: 'export', title: 'T', defaultName: '..', extension: 'pdf' }),
        shell.saveFileDialog({ purpose: 'export', title: 'T', defaultName: 'a', extension: '../x' }),
        shell.saveBytes({ title: 'T', defaultName: 'a', extension: 'exe' as 'png', bytes: new Uint8Array(1) }),
        shell.saveBytes({ title: 'T', defaultName: 'a', extension: 'csv', bytes: 'x' as unknown as Uint8Array }),
        shell.showPreview({} as string),
      ]
      return Promise.all(attempts.map(said))
    })
    expect(new Set(refusals)).toEqual(new Set(['E-ARG']))
  })

  test('gets a code of the catalogue from the engine for calls that do not exist', async () => {
    const replies = await timbang.page.evaluate(() => {
      const { call } = (globalThis as unknown as PageWorld).timbang
      return Promise.all(['__proto__', 'constructor', 'no.such-call', ''].map((name) => call(name, {})))
    })
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'E-ARG' } })
  })

  test('a foreign page with the same preload script gets no answer from the shell and no line to the engine', async () => {
    const opening = timbang.app.waitForEvent('window')
    await timbang.app.evaluate(async ({ BrowserWindow, app }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const window = new BrowserWindow({
        show: false,
        webPreferences: { ...(session ? { session } : {}), preload, sandbox: true },
      })
      await window.loadURL('data:text/html,<title>foreign</title>')
    })
    const foreign = await opening
    const answers = await foreign.evaluate(async () => {
      const { timbang } = globalThis as unknown as PageWorld
      const shell = await timbang.shell.launchFile().then(
        () => 'answered',
        (error: Error) => error.message,
      )
      const engine = await Promise.race([
        timbang.call('no.such-call', {}).then(() => 'answered'),
        new Promise((resolve) => setTimeout(() => resolve('silence'), 700)),
      ])
      return { shell, engine }
    })
    await foreign.close()
    expect(answers).toEqual({ shell: 'E-SENDER', engine: 'silence' })
  })

  test('frames a previewed document, whose scripts do not run, and nothing else', async () => {
    const said: string[] = []
    timbang.page.on('console', (message) => said.push(message.text()))
    const address = await timbang.page.evaluate(() =>
      (globalThis as unknown as PageWorld).timbang.shell.showPreview(
        '<!doctype html><p>Isi</p><script>top.ran = true</script>',
      ),
    )
    await timbang.page.evaluate(
      (addresses) => {
        for (const url of addresses) {
          const frame = document.createElement('iframe')
          frame.className = 'under-test'
          frame.src = url
          document.body.append(frame)
        }
      },
      [address, 'app://bundle/', 'https://example.com/'],
    )
    await expect.poll(() => said.join()).toContain(`Blocked script execution in '${address}'`)
    // Playwright cannot look into a frame without scripts; the main process can name what was loaded.
    const frames = await timbang.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames.map((frame) => ({
        url: frame.url,
        origin: frame.origin,
      })),
    )
    expect(frames?.[0]).toEqual({ url: address, origin: 'null' })
    expect(frames?.slice(1).map((frame) => frame.origin)).not.toContain('app://bundle')
    await timbang.page.evaluate(() => {
      for (const frame of document.querySelectorAll('.under-test')) frame.remove()
    })
  })

  test('hears which menu item was chosen, in the language it asked for', async () => {
    await listen(timbang.page)
    const label = () => timbang.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.label)
    const indonesian = await label()
    await timbang.page.evaluate(() => (globalThis as unknown as PageWorld).timbang.shell.setLanguage('en'))
    const english = await label()
    await timbang.page.evaluate(() => (globalThis as unknown as PageWorld).timbang.shell.setLanguage('id'))
    expect([indonesian, english]).toEqual(['Urungkan', 'Undo'])
    await timbang.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click())
    await expect.poll(() => heard(timbang.page)).toContainEqual({ type: 'menu', command: 'about' })
  })

  test('copies and reads text through the shell', async () => {
    const text = await timbang.page.evaluate(async () => {
      const { shell } = (globalThis as unknown as PageWorld).timbang
      await shell.copyText('Nilai akhir: 92,5')
      return shell.readClipboardText()
    })
    expect(text).toBe('Nilai akhir: 92,5')
  })
})

test.describe('when something dies', () => {
  test('the engine comes back, a call under way is answered, and the window stays', async () => {
    const timbang = await launchTimbang()
    await listen(timbang.page)
    const first = await enginePid(timbang)
    // Stopped, it takes the call but never answers; so the call is certainly under way when it dies.
    process.kill(first, 'SIGSTOP')
    const underWay = timbang.page.evaluate(() => (globalThis as unknown as PageWorld).timbang.call('no.such-call', {}))
    await timbang.page.waitForTimeout(200)
    process.kill(first, 'SIGKILL')
    expect(await underWay).toMatchObject({ ok: false, error: { code: 'E-ENGINE-LOST' } })
    await expect.poll(() => heard(timbang.page)).toContainEqual({ type: 'restarted' })
    const next = await timbang.page.evaluate(() =>
      (globalThis as unknown as PageWorld).timbang.call('no.such-call', {}),
    )
    expect(next).toMatchObject({ ok: false, error: { code: 'E-ARG' } })
    expect(await enginePid(timbang)).not.toBe(first)
    await timbang.close()
  })

  test('a reloaded page gets a line of its own and hears of no restart', async () => {
    const timbang = await launchTimbang()
    await timbang.page.reload()
    await listen(timbang.page)
    const reply = await timbang.page.evaluate(() =>
      (globalThis as unknown as PageWorld).timbang.call('no.such-call', {}),
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'E-ARG' } })
    expect(await heard(timbang.page)).not.toContainEqual({ type: 'restarted' })
    await timbang.close()
  })

  test('a crashed page comes back by itself', async () => {
    const timbang = await launchTimbang()
    await timbang.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    const answer = () =>
      timbang.app.evaluate(({ BrowserWindow }) => {
        const asking = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "timbang.call('no.such-call', {}).then((reply) => reply.error.code)",
        )
        // A document that is replaced meanwhile never answers.
        const patience = new Promise((resolve) => setTimeout(() => resolve('not yet'), 500))
        return Promise.race([asking?.catch(() => 'not yet'), patience])
      })
    await expect.poll(answer).toBe('E-ARG')
    await timbang.close()
  })
})

test.describe('starting', () => {
  test('a file given at the start is told once', async () => {
    const timbang = await launchTimbang({ args: ['data/dinas.timbang', '--example'] })
    const told = await timbang.page.evaluate(async () => {
      const { shell } = (globalThis as unknown as PageWorld).timbang
      // The page itself may have asked before.
      return [
        await shell.launchFile(),
        await shell.launchFile(),
        await shell.launchExample(),
        await shell.launchExample(),
      ]
    })
    expect(told[1]).toBeNull()
    expect(told[3]).toBe(false)
    await timbang.close()
  })

  test('a second start hands its file to the first and leaves', async () => {
    const timbang = await launchTimbang()
    await listen(timbang.page)
    const userData = await timbang.app.evaluate(({ app }) => app.getPath('userData'))
    const file = join(timbang.folder, 'kedua.timbang')
    const second = spawn(process.env.ELECTRON_EXEC_PATH ?? '', ['--log-level=3', projectFolder, file], {
      env: { ...process.env, TIMBANG_USER_DATA: userData },
      stdio: 'ignore',
    })
    const code = await new Promise((resolve) => second.once('exit', resolve))
    expect(code).toBe(0)
    await expect.poll(() => heard(timbang.page)).toContainEqual({ type: 'open-file', path: file })
    await timbang.close()
  })

  test('the window opens where it was closed, and never smaller than the pages need', async () => {
    const first = await launchTimbang()
    const userData = await first.app.evaluate(({ app }) => app.getPath('userData'))
    const bounds = await first.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setBounds({ x: 40, y: 60, width: 1310, height: 820 })
      return { smallest: window?.getMinimumSize(), chosen: window?.getBounds() }
    })
    expect(bounds.smallest).toEqual([1024, 700])
    await first.app.close()
    const second = await launchTimbang({ userData })
    const reopened = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    expect(reopened).toMatchObject({ width: 1310, height: 820 })
    await second.close()
    await first.close()
  })
})

test.describe('negative controls: these tests notice a missing guard', () => {
  test('without its handlers the session grants what the tests expect refused', async () => {
    const timbang = await launchTimbang()
    await timbang.app.evaluate(({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session
      session?.setPermissionRequestHandler(null)
      session?.setPermissionCheckHandler(null)
    })
    expect(await timbang.page.evaluate(() => Notification.requestPermission())).toBe('granted')
    await timbang.close()
  })

  test('without its network block the session reaches the machine', async () => {
    const timbang = await launchTimbang()
    const server = createServer((_request, response) => response.end('reached'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const answer = await timbang.app.evaluate(
      async ({ BrowserWindow }, url) => {
        const session = BrowserWindow.getAllWindows()[0]?.webContents.session
        session?.webRequest.onBeforeRequest(null)
        return (await session?.fetch(url))?.text()
      },
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    )
    server.close()
    expect(answer).toBe('reached')
    await timbang.close()
  })
})

async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const world = globalThis as unknown as PageWorld
    world.heard = []
    world.timbang.subscribe((event) => world.heard.push(event))
  })
}

function heard(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (globalThis as unknown as PageWorld).heard)
}
