import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#contract/wire.ts'
import type { MainWindow } from './main-window.ts'
import { type Locale, shellTexts } from './texts.ts'

const zoomStep = 0.1

/** Builds the window's menu in one language; call it again to change the language. */
export function installMenu(mainWindow: MainWindow, locale: Locale): void {
  const { menus, items } = shellTexts[locale]
  const command = commandItems(mainWindow, locale)
  const zoom = (change: number | null) => () => zoomPage(mainWindow, change)
  const template: MenuItemConstructorOptions[] = [
    {
      label: menus.file,
      submenu: [
        command('new-workspace', 'CmdOrCtrl+N'),
        command('open-workspace', 'CmdOrCtrl+O'),
        command('save-copy', 'CmdOrCtrl+Shift+S'),
        command('lock', 'CmdOrCtrl+L'),
        { type: 'separator' },
        command('import', 'CmdOrCtrl+I'),
        { type: 'separator' },
        { label: items.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: menus.edit,
      submenu: [
        // In a text field these keys belong to the field, so the page handles them and the menu only shows them.
        { ...command('undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
        { ...command('redo', 'CmdOrCtrl+Y'), registerAccelerator: false },
        { type: 'separator' },
        { label: items.cut, role: 'cut' },
        { label: items.copy, role: 'copy' },
        { label: items.paste, role: 'paste' },
        { label: items.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: menus.view,
      submenu: [
        { ...command('command-palette', 'CmdOrCtrl+K'), registerAccelerator: false },
        { type: 'separator' },
        { label: items.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: zoom(zoomStep) },
        // The same key without Shift, as most keyboards have it.
        {
          label: items.zoomIn,
          accelerator: 'CmdOrCtrl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
          click: zoom(zoomStep),
        },
        { label: items.zoomOut, accelerator: 'CmdOrCtrl+-', click: zoom(-zoomStep) },
        { label: items.zoomReset, accelerator: 'CmdOrCtrl+0', click: zoom(null) },
        { type: 'separator' },
        { label: items.fullScreen, role: 'togglefullscreen' },
      ],
    },
    { label: menus.help, role: 'help', submenu: [command('support-file'), command('about')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function commandItems(mainWindow: MainWindow, locale: Locale) {
  return (command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label: shellTexts[locale].commands[command],
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => mainWindow.send({ type: 'menu', command }),
  })
}

function zoomPage(mainWindow: MainWindow, change: number | null): void {
  const contents = mainWindow.window.webContents
  const wanted = change === null ? 1 : contents.getZoomFactor() + change
  contents.setZoomFactor(Math.min(3, Math.max(0.5, wanted)))
}
