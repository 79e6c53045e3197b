import type { Dossier } from '#contract/dossier.ts'
import { BehaviourSection } from './behaviour-section.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { HistorySection } from './history-section.tsx'
import { PeersSection } from './peers-section.tsx'
import { RoleSection } from './role-section.tsx'
import { ScoresSection } from './scores-section.tsx'

/** Which arithmetic stands open. */
export type DossierFocus = 'work' | 'behaviour' | 'index'

export interface DossierBodyProps {
  readonly dossier: Dossier
  readonly focus?: DossierFocus | null
}

/** The whole dossier in its fixed order of meaning: evidence, role, behaviour, history, scores, decisions. */
export function DossierBody({ dossier, focus = null }: DossierBodyProps) {
  const scores = <ScoresSection key={`scores-${focus}`} dossier={dossier} open={focus === 'work'} />
  return (
    <>
      {focus === 'work' ? scores : null}
      {focus === 'behaviour' ? <BehaviourSection key="open" dossier={dossier} open /> : null}
      <EvidenceSection key={`evidence-${focus}`} dossier={dossier} open={focus === 'index'} />
      <RoleSection dossier={dossier} />
      {focus === 'behaviour' ? null : <BehaviourSection dossier={dossier} />}
      <HistorySection dossier={dossier} />
      {focus === 'work' ? null : scores}
      <DecisionsSection dossier={dossier} />
      <PeersSection key={dossier.employee.id} dossier={dossier} />
    </>
  )
}
