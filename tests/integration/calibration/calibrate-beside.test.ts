import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CalibrationTask, Calibrator } from '#application/ports/calibration-store.ts'
import { unpackText } from '#data/repositories/calibration-texts.ts'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { calibrateHere } from '#engine/calibrate-here.ts'
import { calibrateBeside } from '#engine/hosts/calibrate-beside.ts'
import { anOffice } from '#tests/support/rated-cases.ts'

let beside: Calibrator

beforeAll(async () => {
  const bundle = mkdtempSync(join(tmpdir(), 'timbang-calibrate-thread-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['koffi'] },
    build: {
      ssr: join(import.meta.dirname, '../../../src/engine/hosts/calibrate-thread.ts'),
      outDir: bundle,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'calibrate-thread.mjs' } },
    },
  })
  beside = calibrateBeside(join(bundle, 'calibrate-thread.mjs'))
  return () => rmSync(bundle, { recursive: true, force: true })
}, 60_000)

const task = (supervisors: number): CalibrationTask => ({
  input: anOffice({ seed: 9, supervisors, size: 10, leniencies: [8, -7], panelEvery: 6 }),
  options: standardOptions,
})

describe('a calibration on a thread', { timeout: 60_000 }, () => {
  it('comes to the same bytes as one computed here', async () => {
    const large = task(60)
    const [there, here] = await Promise.all([beside(large).done, calibrateHere(large).done])
    expect(there.facts).toEqual(here.facts)
    expect(unpackText(there.packed)).toBe(unpackText(here.packed))
  })

  it('leaves its caller free meanwhile, and ends when it is stopped', async () => {
    const running = beside(task(400))
    let beats = 0
    while (!(await running.aWhile()) && beats < 1) beats += 1
    expect(beats).toBe(1)
    running.stop()
    await expect(running.done).rejects.toThrow('ended without an answer')
  })

  it('refuses what is no input, as here', async () => {
    const { input, options } = task(60)
    const [first] = input.cases
    const twice = { input: { ...input, cases: first === undefined ? [] : [...input.cases, first] }, options }
    await expect(beside(twice).done).rejects.toMatchObject({ code: 'E-ARG' })
    await expect(calibrateHere(twice).done).rejects.toMatchObject({ code: 'E-ARG' })
  })
})
