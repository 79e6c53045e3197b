import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Theme = 'light' | 'dark' | 'system'

/** What the window looked like when it was closed, and the folder the last dialog ended in. */
export interface WindowState {
  readonly bounds?: Rectangle
  readonly maximized?: boolean
  readonly theme?: Theme
  readonly lastFolder?: string
}

export interface WindowStateFile {
  readonly read: () => WindowState
  readonly update: (change: WindowState) => void
}

export const smallestWindow = { width: 1024, height: 700 } as const
export const firstWindow = { width: 1280, height: 800 } as const

/** Remembers the window in the user's folder. Forgetting it must never keep Timbang from starting, so faults are silent. */
export function createWindowStateFile(folder: string): WindowStateFile {
  const path = join(folder, 'window.json')
  let state = readState(path)
  return {
    read: () => state,
    update: (change) => {
      state = { ...state, ...change }
      try {
        writeFileSync(path, JSON.stringify(state))
      } catch {
        // A full or read-only disk: the window simply opens in its first place next time.
      }
    },
  }
}

/**
 * Where the window opens: where it was, if at least a good part of its title bar is still on a screen.
 * A projector that is no longer plugged in must not hide the window.
 */
export function placeWindow(remembered: Rectangle | undefined, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (remembered === undefined) return firstWindow
  const size = {
    width: Math.max(remembered.width, smallestWindow.width),
    height: Math.max(remembered.height, smallestWindow.height),
  }
  const isReachable = screens.some((screen) => {
    const visibleWidth = Math.min(remembered.x + size.width, screen.x + screen.width) - Math.max(remembered.x, screen.x)
    return visibleWidth >= 200 && remembered.y >= screen.y && remembered.y <= screen.y + screen.height - 50
  })
  return isReachable ? { x: remembered.x, y: remembered.y, ...size } : size
}

function readState(path: string): WindowState {
  try {
    return windowStateFrom(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}

/** Takes only what has the right shape: the file may have been edited or written by another version. */
export function windowStateFrom(value: unknown): WindowState {
  if (typeof value !== 'object' || value === null) return {}
  const { bounds, maximized, theme, lastFolder } = value as Record<string, unknown>
  return {
    ...(isRectangle(bounds) ? { bounds } : {}),
    ...(typeof maximized === 'boolean' ? { maximized } : {}),
    ...(isTheme(theme) ? { theme } : {}),
    ...(typeof lastFolder === 'string' ? { lastFolder } : {}),
  }
}

export function isTheme(value: unknown): value is Theme {
  return value === 'light' || value === 'dark' || value === 'system'
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const sides = value as Record<string, unknown>
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(sides[side]))
}
