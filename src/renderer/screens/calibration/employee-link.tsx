import { useT } from '#renderer/i18n/i18n.ts'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'

interface EmployeeLinkProps {
  readonly employeeId: string
  readonly name: string
}

/** A person's name that opens the dossier. */
export function EmployeeLink({ employeeId, name }: EmployeeLinkProps) {
  const t = useT()
  const go = useGo()
  return (
    <TextLink
      strong
      label={t('calibration.openDossier', { name })}
      onClick={() => go('staff', { employee: employeeId })}
    >
      {name}
    </TextLink>
  )
}
