import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { ChoiceSlider } from './choice-slider.tsx'

interface PsiShareProps {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly wide?: boolean
}

/** The share of an unexplained difference that counts as leniency, where no panel tells it. */
export function PsiShare({ value, onChange, wide = false }: PsiShareProps) {
  const t = useT()
  const format = useFormat()
  return (
    <ChoiceSlider
      wide={wide}
      caption={t('calibration.psiShort')}
      label={t('calibration.psi')}
      words={format.percent(value, 0)}
      min={0}
      max={1}
      step={0.1}
      value={value}
      onChange={(next) => onChange(Math.round(next * 10) / 10)}
    />
  )
}
