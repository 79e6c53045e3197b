import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { timbangWindow } from '../e2e/pages/timbang-window.ts'
import { launchTimbang } from '../e2e/support/app.ts'
import { cameraOf } from './camera.ts'
import { calibrate } from './play-calibration.ts'
import { holdMeeting, prepareMeeting } from './play-meeting.ts'
import { completeScores, lookAtPeople } from './play-preparation.ts'
import { handOver, lookBack } from './play-results.ts'
import { showStart } from './play-start.ts'

// Where the run may write; scripts/run.mjs moves it to out/ at the end.
const folder = join(process.env.TIMBANG_OUT ?? join(import.meta.dirname, '../../out'), 'demo')

test('the main job on the example agency: prepare, compare, meet, decide, hand over', async () => {
  mkdirSync(folder, { recursive: true })
  const timbang = await launchTimbang()
  const win = timbangWindow(timbang)
  await win.resize(1280, 800)
  const stage = { win, camera: cameraOf(win, folder), folder, scratch: timbang.folder }

  await test.step('start: the example agency', () => showStart(stage))
  await test.step('preparation: import what is missing, look at people', async () => {
    await completeScores(stage)
    await lookAtPeople(stage)
  })
  await test.step('calibration: without a panel and with one', () => calibrate(stage))
  await test.step('the meeting', async () => {
    await prepareMeeting(stage)
    await holdMeeting(stage)
  })
  await test.step('results and what follows', async () => {
    await handOver(stage)
    await lookBack(stage)
  })
  await timbang.close()
})
