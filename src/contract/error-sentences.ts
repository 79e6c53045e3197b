import type { AppErrorCode, AppErrorParams } from '#domain/app-error.ts'
import { calibrationErrors } from './error-calibration-sentences.ts'
import { fileErrors } from './error-file-sentences.ts'
import { gateErrors } from './error-gate-sentences.ts'
import { meetingErrors } from './error-meeting-sentences.ts'
import { ruleErrors } from './error-rule-sentences.ts'
import { tableErrors } from './error-table-sentences.ts'
import { trailErrors } from './error-trail-sentences.ts'
import { userErrors } from './error-user-sentences.ts'
import { errorWord } from './error-words.ts'
import type { InBothLanguages, Locale } from './locale.ts'

export type { Locale } from './locale.ts'

/** Each refusal in both languages: what happened, what stayed safe, what to do next. Values stand in {braces}. */
export const errorSentences: Readonly<Record<AppErrorCode, InBothLanguages>> = {
  ...fileErrors,
  ...tableErrors,
  ...ruleErrors,
  ...meetingErrors,
  ...calibrationErrors,
  ...userErrors,
  ...trailErrors,
  ...gateErrors,
}

/** The sentence of a refusal, with its values filled in. @example errorSentence('E-OPEN-NEWER', { version: 20 }, 'en') */
export function errorSentence(code: AppErrorCode, params: AppErrorParams, locale: Locale): string {
  return errorSentences[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return value === undefined ? '…' : errorWord(name, value, locale)
  })
}
