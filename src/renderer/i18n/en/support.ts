import type { Texts } from '#renderer/i18n/texts.ts'
import type { support as id } from '../id/support.ts'

export const support = {
  menu: 'Support file…',
  title: 'Support file',
  what: 'This file helps to find the cause of a fault. It holds versions, the kind of computer, sizes and counts of rows, codes of refusals, and where in the program they arose.',
  without:
    'It holds no name, NIP, unit, file or folder name, text or score. Below is all of it; read it before you save it.',
  content: 'Content of the support file',
  save: 'Save the support file',
  saved: 'The support file was saved. Send it yourself to whoever helps you; Timbang sends nothing.',
} as const satisfies Texts<typeof id>
