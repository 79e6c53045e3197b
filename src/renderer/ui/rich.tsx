import { Fragment } from 'react'

/** Shows a sentence of the catalogue whose `**words**` are bold: `<Rich text={t('overview.finding', {…})} />`. */
export function Rich({ text }: { readonly text: string }) {
  const parts = text.split('**')
  return (
    <>
      {parts.map((part, index) => {
        const key = `${index}:${part}`
        return index % 2 === 1 ? <b key={key}>{part}</b> : <Fragment key={key}>{part}</Fragment>
      })}
    </>
  )
}
