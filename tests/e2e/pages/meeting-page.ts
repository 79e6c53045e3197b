import { expect, type Locator } from '@playwright/test'
import { type ExpectationLevel, expectationLevels } from '#domain/model/levels.ts'
import type { reasonCodes } from '#domain/model/meeting.ts'
import type { TimbangWindow } from './timbang-window.ts'

export interface NewMeeting {
  readonly title?: string
  readonly place: string
  readonly quorum?: number
}

export interface Change {
  readonly workLevel?: ExpectationLevel
  readonly behaviourLevel?: ExpectationLevel
  readonly reasonCode: (typeof reasonCodes)[number]
  readonly reason: string
  /** Name of a document that grounds the decision, beside the first indicator offered. */
  readonly document: string
  readonly consent: 'agreed' | 'declined' | 'pending'
}

const levelWords = { below: 'ui.below', meets: 'ui.meets', above: 'ui.above' } as const
const consentWords = {
  agreed: 'meeting.consentAgreed',
  declined: 'meeting.consentDeclined',
  pending: 'meeting.consentPending',
} as const

/** The meeting in its three states: prepared, open, closed. */
export function meetingPage(win: TimbangWindow) {
  const { page } = win
  const agenda = (): Locator => page.getByRole('navigation', { name: win.w('meeting.agenda') })
  // A section inside the column carries the same heading, so the column is asked for by its own label.
  const decision = (): Locator => page.locator(`section[aria-label="${win.w('meeting.decision')}"]`)
  const decided = (): Locator => page.locator(`section[aria-label="${win.w('meeting.decided')}"]`)
  const createForm = (): Locator => page.getByRole('dialog', { name: win.w('meeting.createTitle') })
  const evidencePicker = (): Locator => page.getByRole('dialog', { name: win.w('meeting.evidenceTitle') })
  const consent = (): Locator =>
    decision().getByRole('radiogroup', { name: new RegExp(win.w('meeting.consentOf', { name: '' }).trim()) })
  const notes = (): Locator => page.getByRole('dialog', { name: win.w('meeting.notesTitle') })
  const closeDialog = (): Locator => page.getByRole('dialog', { name: win.w('meeting.closeAsk') })
  /** A button whose accessible name also holds its key ("Catat keputusan Ctrl Enter"). */
  const keyed = (within: Locator, name: string): Locator =>
    within.getByRole('button', { name: new RegExp(`^${name}( |$)`) })

  return {
    agenda,
    decision,
    decided,
    createForm,
    evidencePicker,
    consent,
    notes,
    closeDialog,
    linkEvidence: () => keyed(decision(), win.w('meeting.linkEvidence')),

    async create({ title, place, quorum }: NewMeeting): Promise<void> {
      await win.button(win.w('meeting.create')).click()
      const form = createForm()
      if (title !== undefined) await form.getByLabel(win.w('meeting.fieldTitle')).fill(title)
      await form.getByLabel(win.w('meeting.fieldPlace')).fill(place)
      if (quorum !== undefined) await form.getByLabel(win.w('meeting.fieldQuorum')).fill(String(quorum))
      await form.getByRole('button', { name: win.w('meeting.create'), exact: true }).click()
      await expect(form).toBeHidden()
      await expect(win.button(win.w('meeting.openMeeting'))).toBeVisible()
    },
    async everybodyPresent(): Promise<void> {
      await win.button(win.w('meeting.allPresent')).click()
      await expect(page.getByRole('radio', { name: win.w('meeting.present'), checked: true }).first()).toBeVisible()
    },
    attendance: (name: string): Locator =>
      page.getByRole('radiogroup', { name: win.w('meeting.attendance', { name }) }),
    /** Moves people from the consent list to the discussion, with the button beside each name. */
    async discuss(names: readonly string[]): Promise<void> {
      for (const name of names) {
        const back = page.getByRole('button', { name: win.w('meeting.toConsent', { name }), exact: true })
        const move = page.getByRole('button', { name: win.w('meeting.toDiscussion', { name }), exact: true })
        if ((await back.count()) > 0) continue
        const tracks = page.getByRole('radiogroup', { name: win.w('meeting.agenda') })
        await tracks.getByRole('radio').nth(1).click()
        await move.click()
        await tracks.getByRole('radio').first().click()
        await expect(back).toBeVisible()
      }
    },
    /** Moves people from the discussion to the consent list, where the discussion is shown. */
    async agreeWithout(names: readonly string[]): Promise<void> {
      for (const name of names) {
        const move = page.getByRole('button', { name: win.w('meeting.toConsent', { name }), exact: true })
        await move.click()
        await expect(move).toHaveCount(0)
      }
    },
    async open(): Promise<void> {
      await win.button(win.w('meeting.openMeeting')).click()
      await expect(agenda()).toBeVisible()
    },

    async chooseCase(name: string): Promise<void> {
      await agenda()
        .getByRole('button', { name: new RegExp(name) })
        .click()
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
    },
    /** Opens the case on the table, else the first one that still waits. */
    async chooseNext(): Promise<void> {
      const next = agenda()
        .locator('section')
        .filter({
          has: page.getByRole('heading', {
            name: new RegExp(`^(${win.w('meeting.currentGroup')}|${win.w('meeting.nextGroup')})`),
          }),
        })
        .getByRole('button')
        .first()
      const name = (await next.locator('b').innerText()).trim()
      await next.click()
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
    },
    /** Name of the person whose case is on the table. */
    async currentName(): Promise<string> {
      return (await agenda().locator('button[aria-current="true"] b').first().innerText()).trim()
    },
    /** Level of the work results that is chosen at the moment; null while none is. */
    async checkedWorkLevel(): Promise<ExpectationLevel | null> {
      const group = decision().getByRole('radiogroup', { name: win.w('meeting.workLevel'), exact: true })
      for (const level of expectationLevels) {
        const option = group.getByRole('radio', { name: win.w(levelWords[level]), exact: true, checked: true })
        if ((await option.count()) > 0) return level
      }
      return null
    },
    /** How many cases of the discussion are not decided yet. */
    async waiting(): Promise<number> {
      const bar = page.getByRole('progressbar', { name: win.w('meeting.progressLabel') })
      const [all, done] = await Promise.all([bar.getAttribute('aria-valuemax'), bar.getAttribute('aria-valuenow')])
      return Number(all) - Number(done)
    },
    async openScores(): Promise<void> {
      const button = keyed(page.locator('body'), win.w('meeting.openScores'))
      await button.click()
      await expect(button).toBeHidden()
    },
    async fillChange(change: Change): Promise<void> {
      const column = decision()
      const choose = async (group: string, level: ExpectationLevel): Promise<void> =>
        column
          .getByRole('radiogroup', { name: group, exact: true })
          .getByRole('radio', { name: win.w(levelWords[level]), exact: true })
          .click()
      if (change.workLevel) await choose(win.w('meeting.workLevel'), change.workLevel)
      if (change.behaviourLevel) await choose(win.w('meeting.behaviourLevel'), change.behaviourLevel)
      await column.getByRole('combobox', { name: win.w('meeting.reasonCode') }).click()
      await page.getByRole('option', { name: new RegExp(`^${change.reasonCode} `) }).click()
      await column.getByRole('textbox', { name: win.w('meeting.reasonText') }).fill(change.reason)
      await this.linkEvidence().click()
      const picker = evidencePicker()
      await picker.getByRole('checkbox').first().check()
      await picker.getByLabel(win.w('meeting.evidenceDocument')).fill(change.document)
      await picker.getByRole('button', { name: win.w('meeting.evidenceUse', { count: 2 }) }).click()
      await expect(picker).toBeHidden()
      await consent()
        .getByRole('radio', { name: win.w(consentWords[change.consent]), exact: true })
        .click()
    },
    async record(): Promise<void> {
      await keyed(decision(), `(${win.w('meeting.record')}|${win.w('meeting.recordProposal')})`).click()
    },
    /** Keeps the case on the table with the key a person uses. */
    async keepByKey(): Promise<void> {
      const before = await this.waiting()
      await expect(page.getByRole('region', { name: await this.currentName(), exact: true })).toBeVisible()
      await expect(decision()).toBeVisible()
      await page.keyboard.press('t')
      await expect.poll(() => this.waiting()).toBe(before - 1)
    },
    async defer(reason: string): Promise<void> {
      await keyed(decision(), win.w('meeting.defer')).click()
      const dialog = page.getByRole('dialog', { name: win.w('meeting.deferAsk') })
      await dialog.getByLabel(win.w('meeting.deferReason')).fill(reason)
      await dialog.getByRole('button', { name: win.w('meeting.defer'), exact: true }).click()
      await expect(dialog).toBeHidden()
      await expect(
        agenda().getByRole('heading', { name: new RegExp(`^${win.w('meeting.deferredGroup')}`) }),
      ).toBeVisible()
    },
    async decideConsentList(): Promise<void> {
      await agenda()
        .getByRole('button', { name: /(pegawai|people|employees?)$/ })
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('button').last().click()
      await expect(dialog).toBeHidden()
    },

    async openNotes(): Promise<void> {
      await page.keyboard.press('n')
      await expect(notes()).toBeVisible()
    },
    async addNote(text: string, speaker: string): Promise<void> {
      const drawer = notes()
      await drawer.getByLabel(win.w('meeting.noteSpeaker')).fill(speaker)
      await drawer.getByLabel(win.w('meeting.noteText'), { exact: true }).fill(text)
      await drawer.getByRole('button', { name: win.w('meeting.noteAdd') }).click()
      await expect(drawer.getByRole('listitem').filter({ hasText: text })).toBeVisible()
    },
    async addFollowUp(task: string, who: string, dueOn: string): Promise<void> {
      const actions = page.getByRole('region', { name: win.w('meeting.actions') })
      await actions.getByLabel(win.w('meeting.actionTask')).fill(task)
      await actions.getByLabel(win.w('meeting.actionWho')).fill(who)
      await actions.getByLabel(win.w('meeting.actionDue')).fill(dueOn)
      await actions.getByRole('button', { name: win.w('meeting.actionAdd') }).click()
      await expect(actions.getByRole('listitem').filter({ hasText: task })).toBeVisible()
    },
    async closeNotes(): Promise<void> {
      const drawer = notes()
      await page.keyboard.press('Escape')
      await expect(drawer).toBeHidden()
    },
    async close(): Promise<void> {
      await win.button(win.w('meeting.closeMeeting')).click()
      const dialog = closeDialog()
      await dialog.getByRole('button', { name: win.w('meeting.closeMeeting'), exact: true }).click()
      await expect(win.button(win.w('meeting.toResults'))).toBeVisible()
    },
    toResults: () => win.button(win.w('meeting.toResults')).click(),
  }
}
