import type { CaseRow } from '#contract/supervisors.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'

/** A person's name that opens the dossier. */
export function DossierLink({ row }: { readonly row: CaseRow }) {
  const t = useT()
  const go = useGo()
  return (
    <TextLink
      strong
      label={t('supervisors.openDossier', { name: row.name })}
      onClick={() => go('staff', { employee: row.employeeId })}
    >
      {row.name}
    </TextLink>
  )
}
