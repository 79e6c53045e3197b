import type { Dossier } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import styles from './dossier.module.css'
import { DossierSection } from './section.tsx'

/** Which of the leader's results the person serves, and with whom: the row of the role matrix. */
export function RoleSection({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const format = useFormat()
  const { roles } = dossier
  return (
    <DossierSection
      title={t('dossier.roles')}
      {...(roles.length === 0 ? {} : { aside: t('dossier.rolesSummary', { own: roles.length }) })}
    >
      {roles.length === 0 ? <p className={styles.muted}>{t('dossier.rolesNone')}</p> : null}
      {roles.length === 0 ? null : (
        <ul className={styles.list}>
          {roles.map((role) => (
            <li key={role.leaderResult}>
              {role.leaderResult}{' '}
              <span className={styles.resultMeta}>
                (
                {t('dossier.roleOwn', {
                  results: format.list(role.own.map((own) => t('dossier.result', { number: own.number }))),
                })}
                ,{' '}
                {role.others.length === 0
                  ? t('dossier.roleAlone')
                  : t('dossier.roleOthers', { names: format.list(role.others.map((other) => other.name)) })}
                )
              </span>
            </li>
          ))}
        </ul>
      )}
    </DossierSection>
  )
}
