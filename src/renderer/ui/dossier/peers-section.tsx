import { useState } from 'react'
import type { Dossier, Peer } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { QueryView } from '#renderer/ui/states.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import styles from './dossier.module.css'
import { scoreText } from './score-text.ts'
import { DossierSection } from './section.tsx'

/** Beside colleagues of the same supervisor and kind of post; asked for only when opened. */
export function PeersSection({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <DossierSection
      title={t('dossier.peers')}
      aside={
        <TextLink expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'dossier.peersClose' : 'dossier.peersOpen')}
        </TextLink>
      }
    >
      {open ? <PeersTable dossier={dossier} /> : null}
    </DossierSection>
  )
}

interface PeerRowProps {
  readonly peer: Peer
  readonly bands: Dossier['scoring']['workBands']
}

function PeerRow({ peer, bands }: PeerRowProps) {
  const t = useT()
  const format = useFormat()
  return (
    <tr className={peer.self ? styles.self : undefined}>
      <td>{peer.self ? t('dossier.peerSelf', { name: peer.name }) : peer.name}</td>
      <td className={styles.number}>
        {peer.achievementIndex === null ? t('ui.notEnough') : format.number(peer.achievementIndex, 1)}
      </td>
      <td className={styles.number}>
        {peer.workScore === null ? t('ui.notRated') : scoreText(format, peer.workScore, bands)}
      </td>
      <td className={styles.number}>{format.number(peer.sharedResults)}</td>
      <td>{peer.predicate === null ? t('dossier.noPredicate') : t(`ui.${peer.predicate}`)}</td>
    </tr>
  )
}

function PeersTable({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const { scoring } = dossier
  const query = useCall('dossier.peers', { periodId: dossier.period.id, employeeId: dossier.employee.id })
  return (
    <QueryView query={query} lines={3}>
      {({ supervisor, peers }) =>
        peers.length < 2 ? (
          <p className={styles.muted}>{t('dossier.peersNone')}</p>
        ) : (
          <div className={styles.scroll}>
            {supervisor === null ? null : (
              <p className={styles.muted}>{t('dossier.peersUnder', { supervisor: supervisor.name })}</p>
            )}
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('dossier.peerName')}</th>
                  <th scope="col" className={styles.number}>
                    {t('dossier.peerIndex')}
                  </th>
                  <th scope="col" className={styles.number}>
                    {t('dossier.historyWork')}
                  </th>
                  <th scope="col" className={styles.number}>
                    {t('dossier.peerShared')}
                  </th>
                  <th scope="col">{t('dossier.historyPredicate')}</th>
                </tr>
              </thead>
              <tbody>
                {peers.map((peer) => (
                  <PeerRow key={peer.id} peer={peer} bands={scoring.workBands} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </QueryView>
  )
}
