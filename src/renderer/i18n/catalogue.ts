/**
 * All texts of the interface. One line per area and language; a screen adds its own two files
 * `id/<area>.ts` (`export const <area> = { … } as const`) and
 * `en/<area>.ts` (`… satisfies Texts<typeof <area> of id>`), then one line in each block below.
 * A text is asked for as `t('<area>.<key>', { value })`. Values are written `{{value}}`; numbers are formatted by
 * language; `**bold**` is shown by `<Rich>`. Plurals: two keys `key_one` and `key_other`, asked for as `t('area.key', { count })`.
 */
import { agency as enAgency } from './en/agency.ts'
import { backups as enBackups } from './en/backups.ts'
import { calibration as enCalibration } from './en/calibration.ts'
import { calibrationPages as enCalibrationPages } from './en/calibration-pages.ts'
import { common as enCommon } from './en/common.ts'
import { dossier as enDossier } from './en/dossier.ts'
import { followUps as enFollowUps } from './en/follow-ups.ts'
import { help as enHelp } from './en/help.ts'
import { imports as enImports } from './en/imports.ts'
import { inspect as enInspect } from './en/inspect.ts'
import { meeting as enMeeting } from './en/meeting.ts'
import { overview as enOverview } from './en/overview.ts'
import { panel as enPanel } from './en/panel.ts'
import { protection as enProtection } from './en/protection.ts'
import { relations as enRelations } from './en/relations.ts'
import { results as enResults } from './en/results.ts'
import { staff as enStaff } from './en/staff.ts'
import { start as enStart } from './en/start.ts'
import { supervisors as enSupervisors } from './en/supervisors.ts'
import { support as enSupport } from './en/support.ts'
import { trail as enTrail } from './en/trail.ts'
import { trailFields as enTrailFields } from './en/trail-fields.ts'
import { ui as enUi } from './en/ui.ts'
import { users as enUsers } from './en/users.ts'
import { agency } from './id/agency.ts'
import { backups } from './id/backups.ts'
import { calibration } from './id/calibration.ts'
import { calibrationPages } from './id/calibration-pages.ts'
import { common } from './id/common.ts'
import { dossier } from './id/dossier.ts'
import { followUps } from './id/follow-ups.ts'
import { help } from './id/help.ts'
import { imports } from './id/imports.ts'
import { inspect } from './id/inspect.ts'
import { meeting } from './id/meeting.ts'
import { overview } from './id/overview.ts'
import { panel } from './id/panel.ts'
import { protection } from './id/protection.ts'
import { relations } from './id/relations.ts'
import { results } from './id/results.ts'
import { staff } from './id/staff.ts'
import { start } from './id/start.ts'
import { supervisors } from './id/supervisors.ts'
import { support } from './id/support.ts'
import { trail } from './id/trail.ts'
import { trailFields } from './id/trail-fields.ts'
import { ui } from './id/ui.ts'
import { users } from './id/users.ts'

export const idTexts = {
  common,
  backups,
  dossier,
  staff,
  overview,
  calibration,
  calibrationPages,
  supervisors,
  ui,
  help,
  imports,
  inspect,
  support,
  results,
  meeting,
  followUps,
  agency,
  start,
  protection,
  trail,
  relations,
  panel,
  trailFields,
  users,
} as const

type Keys = { readonly [Area in keyof typeof idTexts]: { readonly [Key in keyof (typeof idTexts)[Area]]: string } }

export const enTexts = {
  common: enCommon,
  backups: enBackups,
  dossier: enDossier,
  staff: enStaff,
  overview: enOverview,
  calibration: enCalibration,
  calibrationPages: enCalibrationPages,
  supervisors: enSupervisors,
  ui: enUi,
  help: enHelp,
  results: enResults,
  imports: enImports,
  inspect: enInspect,
  support: enSupport,
  meeting: enMeeting,
  followUps: enFollowUps,
  agency: enAgency,
  start: enStart,
  protection: enProtection,
  trail: enTrail,
  relations: enRelations,
  panel: enPanel,
  trailFields: enTrailFields,
  users: enUsers,
} as const satisfies Keys

type WithoutPlural<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key

/** Every text key: `'common.save'`, `'ui.gridPasted'`, … */
export type TextKey = {
  [Area in keyof typeof idTexts & string]: `${Area}.${WithoutPlural<keyof (typeof idTexts)[Area] & string>}`
}[keyof typeof idTexts & string]
