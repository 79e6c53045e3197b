import type { CallInput } from '#contract/contracts.ts'

/** A small agency with one period; tests change what they care about. */
export function newWorkspaceInput(path: string): CallInput<'workspace.create'> {
  return {
    path,
    agency: {
      name: 'Dinas Contoh',
      government: 'Pemerintah Kabupaten Contoh',
      address: 'Jalan Contoh Nomor 1',
      contact: 'Telepon (0000) 000',
      place: 'Contoh',
      zone: 'WIB',
      workingWeek: 'monday-friday',
      cycle: 'quarterly',
      paper: 'A4',
    },
    units: [
      { name: 'Dinas', parent: null },
      { name: 'Bidang A', parent: 0 },
    ],
    period: {
      kind: 'quarterly',
      year: 2026,
      ordinal: 3,
      rulePacks: ['permenpanrb-6-2022', 'se-menpanrb-3-2023'],
      windowStartsOn: null,
      windowEndsOn: null,
    },
  }
}

/** What is said of a new meeting, on the day the fixed clock of the test engine shows. */
export const newMeeting: Omit<CallInput<'meetings.create'>, 'periodId'> = {
  title: 'Rapat evaluasi',
  place: 'Aula',
  heldOn: '2026-11-23',
  plannedStart: '09:00',
  quorum: null,
  minutesPerCase: 4,
}
