import { useEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { notify } from '#renderer/ui/notify.tsx'
import styles from './frame.module.css'

interface DropZoneProps {
  readonly onWorkspace: (path: string) => void
  readonly onImport: (paths: readonly string[]) => void
}

const isWorkspace = (name: string): boolean => /\.timbang$/i.test(name)
const isTable = (name: string): boolean => /\.(xlsx|csv)$/i.test(name)

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Files dropped anywhere on the window: a workspace is opened, tables go to the import preview. */
export function DropZone({ onWorkspace, onImport }: DropZoneProps) {
  const t = useT()
  const [over, setOver] = useState(false)
  const take = useRef<(files: readonly File[]) => void>(() => undefined)
  useEffect(() => {
    const pathsOf = (files: readonly File[]) => Promise.all(files.map((file) => shell().pathOfDroppedFile(file)))
    take.current = async (files) => {
      const workspace = files.find((file) => isWorkspace(file.name))
      const tables = files.filter((file) => isTable(file.name))
      const first = files[0]
      if (workspace !== undefined) onWorkspace(await shell().pathOfDroppedFile(workspace))
      else if (tables.length > 0) onImport(await pathsOf(tables))
      else if (first !== undefined) notify(t('common.dropUnknown', { name: first.name }), { tone: 'attention' })
    }
  })
  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      take.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!over) return null
  return (
    <div className={styles.drop} role="status">
      <b>{t('common.dropHint')}</b>
      <span>{t('common.dropDetail')}</span>
    </div>
  )
}
