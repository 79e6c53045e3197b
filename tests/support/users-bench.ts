import type { CallInput } from '#contract/contracts.ts'
import type { Duty } from '#domain/model/user.ts'
import type { TestEngine } from './in-memory-app.ts'

/** A PIN for each duty; nobody shares one. */
export const pins: Readonly<Record<Duty, string>> = {
  chair: '482913',
  secretary: '705164',
  panelist: '918273',
  observer: '360482',
  auditor: '574930',
}

export const names: Readonly<Record<Duty, string>> = {
  chair: 'Ratna Dewi',
  secretary: 'Sari Wulandari',
  panelist: 'Budi Santoso',
  observer: 'Joko Susilo',
  auditor: 'Wayan Putra',
}

type UserId = CallInput<'users.signIn'>['userId']

export interface Office {
  readonly ids: Readonly<Record<Duty, UserId>>
  /** The chair's approval, with the right PIN. */
  readonly approval: { readonly userId: UserId; readonly pin: string }
  readonly signIn: (duty: Duty) => Promise<unknown>
}

/** Names one user of each duty, the chair first; nobody is signed in afterwards. */
export async function nameOffice(app: TestEngine, employeeOf: Partial<Record<Duty, string>> = {}): Promise<Office> {
  const ids = {} as Record<Duty, UserId>
  for (const duty of Object.keys(names) as Duty[]) {
    const added = await app.call('users.add', {
      name: names[duty],
      duty,
      employeeId: (employeeOf[duty] ?? null) as null,
      pin: pins[duty],
      ...(duty === 'chair' ? {} : { approval: { userId: ids.chair, pin: pins.chair } }),
    })
    ids[duty] = added.userId
  }
  await app.call('users.signOut', {})
  return {
    ids,
    approval: { userId: ids.chair, pin: pins.chair },
    signIn: (duty) => app.call('users.signIn', { userId: ids[duty], pin: pins[duty] }),
  }
}
