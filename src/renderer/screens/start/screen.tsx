import { useCall } from '#renderer/ipc/hooks.ts'
import { usePlace } from '#renderer/ui/use-place.ts'
import { Welcome } from './welcome.tsx'
import { Wizard } from './wizard.tsx'

/** The first window: what Timbang is, the files one worked on, the example agency; or the wizard of a new workspace. */
export function Screen() {
  const { search } = usePlace()
  const status = useCall('workspace.status', {})
  if (search.new === undefined) return <Welcome />
  return <Wizard hasWorkspace={(status.data ?? null) !== null} />
}
