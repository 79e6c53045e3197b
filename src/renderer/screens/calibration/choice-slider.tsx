import { Slider, type SliderProps } from '@mantine/core'
import styles from './calibration.module.css'

interface ChoiceSliderProps extends Required<Pick<SliderProps, 'min' | 'max' | 'step' | 'value' | 'onChange'>> {
  readonly caption: string
  /** What a screen reader calls it, where the caption is short for it. */
  readonly label?: string
  /** The value in words. */
  readonly words: string
  /** In a popover the slider takes a line of its own under its caption. */
  readonly wide?: boolean
}

/** A figure that may be tried out: its name, a slider, the value in words. */
export function ChoiceSlider({ caption, label = caption, words, wide = false, ...slider }: ChoiceSliderProps) {
  return (
    <span className={wide ? styles.wideChoice : styles.choice} title={label === caption ? undefined : label}>
      <span aria-hidden="true">{caption}</span>
      <Slider
        {...slider}
        {...(wide ? {} : { w: 96 })}
        size="sm"
        label={null}
        thumbLabel={label}
        thumbValueText={words}
      />
      <b>{words}</b>
    </span>
  )
}
