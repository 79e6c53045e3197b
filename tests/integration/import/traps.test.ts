import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ImportBench, importBench, type Preview } from '#tests/support/import-engine.ts'
import { readStored } from '#tests/support/read-stored.ts'
import { csvText } from '#tests/support/table-sheets.ts'

const ani = '199608182022042001'
const budi = '198001012005011001'
const citra = '199005152023212003'

let bench: ImportBench
beforeEach(async () => {
  bench = await importBench()
})
afterEach(() => bench.close())

const csv = (name: string, rows: readonly (readonly string[])[]) => bench.file(name, csvText(rows))
const codes = (preview: Preview, severity: string) =>
  preview.findings.filter((one) => one.severity === severity).map((one) => one.code)
const finding = (preview: Preview, code: string) => {
  const found = preview.findings.find((one) => one.code === code)
  if (!found) throw new Error(`no finding ${code} among ${preview.findings.map((one) => one.code).join(', ')}`)
  return found
}
const answer = (preview: Preview, code: string, value: string | null) =>
  bench.call('import.answer', {
    previewId: preview.previewId,
    answers: [{ findingId: finding(preview, code).id, value }],
  })

async function staffIn() {
  const preview = await bench.preview(
    csv('pegawai.csv', [
      ['NIP', 'Nama', 'Jabatan', 'Unit Kerja', 'NIP Penilai'],
      [budi, 'Budi Uji, S.K.M.', 'Kepala Bidang', 'Bidang A', ''],
      [ani, 'Ani Uji', 'Perawat', 'Bidang A', budi],
      [citra, 'Citra Uji', 'Bidan', 'Bidang A', budi],
    ]),
  )
  await bench.commit(preview.previewId)
}

async function planIn() {
  await staffIn()
  const preview = await bench.preview(
    csv('skp.csv', [
      ['NIP', 'Jenis', 'No RHK', 'RHK', 'No IKI', 'Indikator', 'Target'],
      [ani, 'Utama', '1', 'Kunjungan terlaksana', '1.1', 'Jumlah keluarga', '80 – 90%'],
      [ani, 'Utama', '1', 'Kunjungan terlaksana', '1.2', 'Lama kunjungan', '7-8 bulan'],
      [ani, 'Tambahan', '2', 'Laporan tersusun', '2.1', 'Mutu', '3,5 dari skala 5'],
    ]),
  )
  await bench.commit(preview.previewId)
}

describe('identity', () => {
  it('dirty NIPs are cleaned, impossible ones refused cell by cell, and nothing is written until they are answered', async () => {
    const preview = await bench.preview(
      csv('pegawai.csv', [
        ['NIP', 'Nama', 'Jabatan'],
        ['19960818 202204 2 001', 'Ani Uji', 'Perawat'],
        ['1,99608E+17', 'Budi Uji', 'Perawat'],
        ['199602312022041001', 'Citra Uji', 'Perawat'],
        ['19960818202204100l', 'Dedi Uji', 'Perawat'],
        ['', 'Eka Uji', 'Perawat'],
      ]),
    )
    expect(codes(preview, 'refused')).toEqual(['nip-digits-lost', 'nip-birth', 'nip-character', 'nip-empty'])
    expect(finding(preview, 'nip-digits-lost')).toMatchObject({ row: 3, column: 'A', heading: 'NIP', blocking: true })
    expect(finding(preview, 'nip-cleaned')).toMatchObject({ severity: 'info', row: 2 })
    await expect(bench.commit(preview.previewId)).rejects.toMatchObject({ code: 'E-IMPORT-OPEN', params: { count: 4 } })
    expect((await readStored(bench)).employee).toEqual([])

    const corrected = await answer(preview, 'nip-character', 'proposal')
    const rest = await bench.call('import.setAllAside', { previewId: corrected.previewId })
    expect(rest.blocking).toBe(0)
    expect(rest.counts).toMatchObject({ new: 2, aside: 3 })
    await bench.commit(rest.previewId)
    const { employee } = await readStored(bench)
    expect(employee.map((row) => [row.nip, row.nip_as_written]).toSorted()).toEqual([
      ['199608182022041001', '19960818202204100l'],
      [ani, '19960818 202204 2 001'],
    ])
  })

  it('one NIP on two names is refused on both rows; one name twice is a second post', async () => {
    const preview = await bench.preview(
      csv('pegawai.csv', [
        ['NIP', 'Nama', 'Jabatan'],
        [ani, 'Ani Uji', 'Perawat'],
        [ani, 'Dewi Lain', 'Bidan'],
        [budi, 'Budi Uji', 'Kepala Bidang'],
        [budi, 'Drs. BUDI Uji, M.M.', 'Plt. Sekretaris'],
      ]),
    )
    expect(codes(preview, 'refused')).toEqual(['duplicate-nip', 'duplicate-nip'])
    expect(preview.findings.filter((one) => one.code === 'duplicate-nip').map((one) => one.row)).toEqual([2, 3])
    expect(finding(preview, 'second-post')).toMatchObject({ severity: 'warning', row: 5 })
  })

  it('a known NIP under another name asks which name is right', async () => {
    await staffIn()
    const preview = await bench.preview(
      csv('lagi.csv', [
        ['NIP', 'Nama', 'Jabatan'],
        [ani, 'Anita Beda', 'Perawat'],
      ]),
    )
    expect(finding(preview, 'name-differs').blocking).toBe(true)
    const kept = await answer(preview, 'name-differs', 'keep-existing')
    expect(kept.counts).toMatchObject({ unchanged: 1, open: 0 })
    const changed = await answer(kept, 'name-differs', 'use-file')
    expect(changed.counts).toMatchObject({ changed: 1 })
  })

  it('people without a NIP column are matched by name as a proposal only, and two matches ask', async () => {
    await staffIn()
    const sheet = [
      ['Nama', 'Nilai', 'Skor'],
      ['CITRA UJI', 'Akuntabel', '4'],
    ]
    const preview = await bench.preview(csv('perilaku.csv', sheet))
    expect(finding(preview, 'person-by-name')).toMatchObject({ severity: 'warning', blocking: false })
    const stranger = await bench.preview(
      csv('asing.csv', [
        ['Nama', 'Nilai', 'Skor'],
        ['Zaki Asing', 'Akuntabel', '4'],
      ]),
    )
    expect(finding(stranger, 'unknown-person')).toMatchObject({ severity: 'refused', blocking: true })
  })
})

describe('supervisors', () => {
  it('are found across files of one import, whatever their order', async () => {
    const first = csv('a.csv', [
      ['NIP', 'Nama', 'Jabatan', 'NIP Penilai'],
      [ani, 'Ani Uji', 'Perawat', budi],
    ])
    const second = csv('b.csv', [
      ['NIP', 'Nama', 'Jabatan'],
      [budi, 'Budi Uji', 'Kepala Bidang'],
    ])
    const preview = await bench.preview(first, second)
    expect(preview.blocking).toBe(0)
    await bench.commit(preview.previewId)
    expect((await readStored(bench)).supervision).toHaveLength(1)
  })

  it('nobody knows are asked about: left empty, or added as a rater outside the list', async () => {
    const rows = [
      ['NIP', 'Nama', 'Jabatan', 'Pejabat Penilai'],
      [ani, 'Ani Uji', 'Perawat', 'Bupati Uji'],
    ]
    const preview = await bench.preview(csv('a.csv', rows))
    expect(finding(preview, 'supervisor-unknown')).toMatchObject({ severity: 'open', blocking: true })
    await expect(bench.commit(preview.previewId)).rejects.toMatchObject({ code: 'E-IMPORT-OPEN' })
    const added = await answer(preview, 'supervisor-unknown', 'new-rater')
    expect(added.blocking).toBe(0)
    await bench.commit(added.previewId)
    const { employee, supervision } = await readStored(bench)
    expect(employee.find((row) => row.name === 'Bupati Uji')).toMatchObject({ status: 'external', nip: null })
    expect(supervision).toHaveLength(1)
  })

  it('that fit two people are asked about, and the answer holds for every row with these words', async () => {
    const preview = await bench.preview(
      csv('a.csv', [
        ['NIP', 'Nama', 'Jabatan', 'Atasan Langsung'],
        [budi, 'dr. Ratna Pratiwi, M.Epid.', 'Kepala Bidang', ''],
        ['198203032006042002', 'Rini Pratiwi', 'Kepala Seksi', ''],
        [ani, 'Ani Uji', 'Perawat', 'R. Pratiwi'],
        [citra, 'Citra Uji', 'Bidan', 'R. Pratiwi'],
      ]),
    )
    const question = finding(preview, 'supervisor-ambiguous')
    expect(question).toMatchObject({ severity: 'open', count: 2, params: { count: 2 } })
    const option = question.question?.options.find((one) => one.label.includes('Ratna'))
    const answered = await answer(preview, 'supervisor-ambiguous', option?.value ?? '')
    expect(answered.blocking).toBe(0)
    await bench.commit(answered.previewId)
    const { supervision, employee } = await readStored(bench)
    const ratna = employee.find((row) => String(row.name).includes('Ratna'))?.id
    expect(supervision.map((row) => row.supervisor_id)).toEqual([ratna, ratna])
  })

  it('in a circle are refused with the names', async () => {
    const preview = await bench.preview(
      csv('a.csv', [
        ['NIP', 'Nama', 'Jabatan', 'NIP Penilai'],
        [ani, 'Ani Uji', 'Perawat', budi],
        [budi, 'Budi Uji', 'Kepala', citra],
        [citra, 'Citra Uji', 'Bidan', ani],
      ]),
    )
    expect(codes(preview, 'refused')).toEqual(['supervision-cycle', 'supervision-cycle', 'supervision-cycle'])
    const { names } = finding(preview, 'supervision-cycle').params
    for (const name of ['Ani Uji', 'Budi Uji', 'Citra Uji']) expect(names).toContain(name)
  })

  it('rating themselves are refused', async () => {
    const preview = await bench.preview(
      csv('a.csv', [
        ['NIP', 'Nama', 'Jabatan', 'NIP Penilai'],
        [ani, 'Ani Uji', 'Perawat', ani],
      ]),
    )
    expect(codes(preview, 'refused')).toEqual(['self-rated'])
  })
})

describe('ratings', () => {
  const rate = (...rows: string[][]) =>
    csv('nilai.csv', [['NIP', 'hasilKerja', 'perilakuKerja', 'kuadranKinerja'], ...rows])

  it('in words of any spelling are taken', async () => {
    await staffIn()
    const preview = await bench.preview(
      rate([ani, 'DIATAS EKSPEKTASI', 'Sesuai ekspektasi', 'BAIK'], [citra, 'Di Bawah', 'Di bawah', 'Sangat Kurang']),
    )
    expect(preview.blocking).toBe(0)
    await bench.commit(preview.previewId)
    const { assessment } = await readStored(bench)
    expect(assessment.map((row) => [row.work_level, row.behaviour_level, row.printed_predicate]).toSorted()).toEqual([
      ['above', 'meets', 'good'],
      ['below', 'below', 'very-poor'],
    ])
  })

  it('as bare codes are asked about, the direction that reproduces the predicates first', async () => {
    await staffIn()
    const preview = await bench.preview(rate([ani, '1', '1', 'Sangat Baik'], [citra, '3', '3', 'Sangat Kurang']))
    const question = finding(preview, 'codes-direction')
    expect(question.blocking).toBe(true)
    expect(question.params.counts).toBe('1: 2, 3: 2')
    expect(question.question?.options.map((option) => option.value)).toEqual(['one-is-best', 'three-is-best'])
    const answered = await answer(preview, 'codes-direction', 'one-is-best')
    expect(answered.blocking).toBe(0)
    expect(answered.findings.some((one) => one.code === 'predicate-conflict')).toBe(false)
    const wrong = await answer(answered, 'codes-direction', 'three-is-best')
    expect(wrong.findings.filter((one) => one.code === 'predicate-conflict')).toHaveLength(2)
  })

  it('"Cukup" becomes Butuh Perbaikan only when confirmed', async () => {
    await staffIn()
    const preview = await bench.preview(rate([ani, 'Di bawah', 'Sesuai', 'Cukup']))
    expect(finding(preview, 'fair-word').blocking).toBe(true)
    await bench.commit((await answer(preview, 'fair-word', 'needs-improvement')).previewId)
    expect((await readStored(bench)).assessment[0]).toMatchObject({ printed_predicate: 'needs-improvement' })
  })

  it('whose printed predicate contradicts the quadrant are kept, and the conflict shown', async () => {
    await staffIn()
    const preview = await bench.preview(rate([ani, 'Sesuai', 'Di bawah', 'Baik']))
    expect(finding(preview, 'predicate-conflict').question?.suggested).toBe('keep')
    await bench.commit(preview.previewId)
    expect((await readStored(bench)).assessment[0]).toMatchObject({
      work_level: 'meets',
      behaviour_level: 'below',
      printed_predicate: 'good',
    })
  })

  it('with text or a figure off the scale in a score are refused, not made 0', async () => {
    await planIn()
    const preview = await bench.preview(
      csv('skor.csv', [
        ['NIP', 'No RHK', 'Skor'],
        [ani, '1', 'delapan puluh'],
        [ani, '2', '820'],
        [ani, '3', '80'],
      ]),
    )
    expect(preview.sheets[0]?.kind).toBe('assessment')
    expect(codes(preview, 'refused')).toEqual(['text-in-number', 'score-range', 'result-missing'])
  })

  it('ask when a column of figures can be read in two ways', async () => {
    await planIn()
    const preview = await bench.preview(
      csv('skor.csv', [
        ['NIP', 'No RHK', 'Skor'],
        [ani, '1', '82.125'],
      ]),
    )
    const answered = await answer(preview, 'number-ambiguous', 'decimal-point')
    await bench.commit(answered.previewId)
    expect((await readStored(bench)).result_score[0]).toMatchObject({ score: 82.125 })
  })

  it('are refused once the meeting of the period is open', async () => {
    await staffIn()
    const first = await bench.preview(rate([ani, 'Sesuai', 'Sesuai', 'Baik']))
    await bench.commit(first.previewId)
    await openMeeting()
    const preview = await bench.preview(rate([ani, 'Di atas', 'Sesuai', 'Baik']))
    expect(codes(preview, 'refused')).toEqual(['assessment-frozen'])
  })

  async function openMeeting() {
    const { createMeetingDirectly } = await import('#tests/support/open-meeting.ts')
    await createMeetingDirectly(bench)
  }
})

describe('behaviour', () => {
  it('in seven columns gives seven scores; a half or a six is refused', async () => {
    await staffIn()
    const header = ['NIP', 'BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KB']
    const preview = await bench.preview(
      csv('perilaku.csv', [
        header,
        [ani, '4', '4', '3', '4', '5', '3', '4'],
        [citra, '4', '6', '3', '4', '3,5', '3', '4'],
      ]),
    )
    expect(preview.findings.filter((one) => one.code === 'behaviour-score-range').map((one) => one.column)).toEqual([
      'C',
      'F',
    ])
    const rest = await bench.call('import.setAllAside', { previewId: preview.previewId })
    await bench.commit(rest.previewId)
    expect((await readStored(bench)).behaviour_score).toHaveLength(7)
  })

  it('scores of somebody who is not the supervisor do not become the assessment', async () => {
    await staffIn()
    const preview = await bench.preview(
      csv('perilaku.csv', [
        ['NIP', 'NIP Penilai', 'Nilai', 'Skor'],
        [ani, citra, 'Akuntabel', '4'],
      ]),
    )
    expect(codes(preview, 'refused')).toEqual(['supervisor-differs'])
  })
})

describe('plans and realisations', () => {
  it('keep the wording of targets to the letter, and add nothing when imported twice', async () => {
    await planIn()
    expect((await readStored(bench)).indicator.map((row) => row.target).toSorted()).toEqual([
      '3,5 dari skala 5',
      '7-8 bulan',
      '80 – 90%',
    ])
    const again = await bench.preview(bench.path('skp.csv'))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
  })

  it('show old and new values of a change in place, and never overwrite with an empty cell', async () => {
    await planIn()
    const preview = await bench.preview(
      csv('ubah.csv', [
        ['NIP', 'No RHK', 'RHK', 'No IKI', 'Indikator', 'Target'],
        [ani, '1', 'Kunjungan terlaksana', '1.1', '', '95%'],
        [ani, '2', 'Laporan tersusun', '2.1', 'Mutu', ''],
      ]),
    )
    expect(preview.counts).toMatchObject({ changed: 1, unchanged: 1 })
    const { rows } = await bench.call('import.rows', {
      previewId: preview.previewId,
      sheetKey: '0.0',
      from: 0,
      count: 10,
      filter: 'changes',
    })
    expect(rows[0]?.cells[5]).toEqual({ text: '95%', mark: 'changed', old: '80 – 90%' })
    await bench.commit(preview.previewId)
    const { indicator } = await readStored(bench)
    expect(indicator.find((row) => row.number === '1.1')).toMatchObject({ statement: 'Jumlah keluarga', target: '95%' })
    expect(indicator.find((row) => row.number === '2.1')).toMatchObject({ target: '3,5 dari skala 5' })
  })

  it('realisations find their indicator by number, and unknown numbers are refused', async () => {
    await planIn()
    const preview = await bench.preview(
      csv('realisasi.csv', [
        ['NIP', 'No RHK', 'No IKI', 'Realisasi', 'Bukti Dukung'],
        [ani, '1', '1.2', '9 bulan', 'laporan'],
        [ani, '2', '', '(realisasi)****', ''],
        [ani, '7', '7.1', '3', ''],
      ]),
    )
    expect(preview.sheets[0]?.kind).toBe('realisation')
    expect(codes(preview, 'refused')).toEqual(['result-missing'])
    expect(finding(preview, 'placeholder').severity).toBe('info')
    const rest = await bench.call('import.setAllAside', { previewId: preview.previewId })
    await bench.commit(rest.previewId)
    const { indicator } = await readStored(bench)
    expect(indicator.find((row) => row.number === '1.2')).toMatchObject({ realisation: '9 bulan', evidence: 'laporan' })
    expect(indicator.find((row) => row.number === '2.1')).toMatchObject({ realisation: '' })
  })

  it('a period nobody knows is asked about once', async () => {
    await staffIn()
    const preview = await bench.preview(
      csv('skp.csv', [
        ['NIP', 'Periode', 'RHK', 'Target'],
        [ani, 'Triwulan I 2019', 'Kunjungan', '3 unit'],
        [citra, 'Triwulan I 2019', 'Laporan', '2 unit'],
        [citra, 'Triwulan III', 'Laporan lain', '2 unit'],
      ]),
    )
    const question = finding(preview, 'period-unknown')
    expect(question).toMatchObject({ blocking: true, count: expect.any(Number) })
    const answered = await answer(preview, 'period-unknown', bench.periodId)
    expect(answered.blocking).toBe(0)
  })

  it('feedback asks for the order of its dates when it cannot be seen', async () => {
    await staffIn()
    const rows = [
      ['NIP', 'Dari', 'Tanggal', 'Terkait', 'Umpan Balik'],
      [ani, 'Pimpinan', '03/04/2026', 'Akuntabel', 'Rapi'],
    ]
    const preview = await bench.preview(csv('umpan.csv', rows))
    await bench.commit((await answer(preview, 'date-ambiguous', 'day-first')).previewId)
    expect((await readStored(bench)).feedback[0]).toMatchObject({
      given_on: '2026-04-03',
      about: 'AK',
      from_role: 'leader',
      text: 'Rapi',
    })
  })
})

describe('columns', () => {
  it('that have shifted in a second list are realigned only on request', async () => {
    const preview = await bench.preview(
      csv('pegawai.csv', [
        ['NIP', 'NAMA', 'PANGKAT', 'JABATAN', 'UNIT KERJA'],
        [ani, 'Ani Uji', 'Penata Muda, III/a', 'Perawat', 'Bidang A'],
        [citra, 'Citra Uji', 'III/d', 'Penata Tk.I', 'Bidan', 'Bidang B'],
      ]),
    )
    expect(finding(preview, 'shifted-columns').blocking).toBe(true)
    const realigned = await answer(preview, 'shifted-columns', 'realign')
    expect(realigned.blocking).toBe(0)
    await bench.commit(realigned.previewId)
    const { placement, employee } = await readStored(bench)
    const id = employee.find((row) => row.nip === citra)?.id
    expect(placement.find((row) => row.employee_id === id)).toMatchObject({
      grade: 'III/d',
      rank: 'Penata Tingkat I',
      post: 'Bidan',
    })
  })

  it('nobody uses are listed, and values beyond the headings pointed out', async () => {
    const preview = await bench.preview(
      csv('a.csv', [
        ['NIP', 'Nama', 'Jabatan', 'Nomor Rekening'],
        [ani, 'Ani Uji', 'Perawat', '123', 'lebih'],
      ]),
    )
    expect(finding(preview, 'unmapped-column').params).toMatchObject({ heading: 'Nomor Rekening', column: 'D' })
    expect(finding(preview, 'beyond-header').params).toMatchObject({ column: 'E' })
  })

  it('mapped by hand are remembered for the same headings', async () => {
    const rows = [
      ['Kode Orang', 'Orangnya', 'Tugasnya'],
      [ani, 'Ani Uji', 'Perawat'],
    ]
    const preview = await bench.preview(csv('aneh.csv', rows))
    expect(preview.sheets[0]?.kind).toBeNull()
    await expect(bench.commit(preview.previewId)).rejects.toMatchObject({ code: 'E-IMPORT-SHEET' })
    const columns = [
      { index: 0, field: 'nip' as const },
      { index: 1, field: 'name' as const },
      { index: 2, field: 'post' as const },
    ]
    const mapped = await bench.call('import.remap', {
      previewId: preview.previewId,
      sheetKey: '0.0',
      kind: 'staff',
      columns,
    })
    expect(mapped.counts.new).toBe(1)
    await bench.commit(mapped.previewId)
    const next = await bench.preview(csv('aneh2.csv', [rows[0] ?? [], [citra, 'Citra Uji', 'Bidan']]))
    expect(next.sheets[0]).toMatchObject({ kind: 'staff', origin: 'remembered' })
    expect(next.counts.new).toBe(1)
  })
})
