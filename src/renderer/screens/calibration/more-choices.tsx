import { Button, MultiSelect, Popover, Select } from '@mantine/core'
import { useState } from 'react'
import { standardChoices } from '#domain/calibration/calibration-choices.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Hint } from '#renderer/ui/hint.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import styles from './calibration.module.css'
import { ChoiceSlider } from './choice-slider.tsx'
import { PsiShare } from './psi-share.tsx'
import type { Choices } from './use-calibration.ts'
import { sameChoices } from './use-what-if.ts'

export interface MoreChoicesProps {
  readonly draft: Choices
  readonly setDraft: (draft: Choices) => void
  /** Supervisors by id, as they are named beside one another. */
  readonly supervisors: ReadonlyMap<string, string>
  /** Whether the share of leniency is asked for here; else it stands in the bar, or the panel tells it. */
  readonly asksPsi: boolean
}

/** Where the achievement index may be cut off, beside the period's own limit. */
const caps = [100, 110, 120, 130, 150, 200]
const ownCap = 'own'

/** The choices that are asked for less often: how far a proposal may go, what counts, and whose scores are left out. */
export function MoreChoices(props: MoreChoicesProps) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { draft } = props
  const others = [
    draft.mostShift !== standardChoices.mostShift,
    draft.achievementCap !== standardChoices.achievementCap,
    draft.leftOut.length > 0,
  ].filter(Boolean).length
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-start"
      withinPortal
      trapFocus
      hideDetached={false}
      width={360}
    >
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!open)}>
          {others === 0 ? t('calibration.moreChoices') : t('calibration.moreChoicesCount', { count: others })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('calibration.moreChoices')}>
        <MoreChoicesForm {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

function MoreChoicesForm({ draft, setDraft, supervisors, asksPsi }: MoreChoicesProps) {
  const t = useT()
  const format = useFormat()
  // Ids keep their brand: what is chosen is looked up among those offered.
  const ids = [...supervisors.keys()] as Choices['leftOut']
  const standard = { ...draft, ...standardChoices }
  return (
    <div className={styles.moreChoices}>
      <div>
        <ChoiceSlider
          wide
          caption={t('calibration.mostShift')}
          words={t('calibration.points', { value: format.number(draft.mostShift, 1) })}
          min={0}
          max={Math.max(20, draft.mostShift)}
          step={0.5}
          value={draft.mostShift}
          onChange={(mostShift) => setDraft({ ...draft, mostShift })}
        />
        <Hint below>{t('calibration.mostShiftHint')}</Hint>
      </div>
      {asksPsi ? <PsiShare wide value={draft.psi} onChange={(psi) => setDraft({ ...draft, psi })} /> : null}
      <Select
        label={t('calibration.cap')}
        description={t('calibration.capHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          { value: ownCap, label: t('calibration.capOwn') },
          ...caps.map((cap) => ({ value: String(cap), label: format.number(cap, 0) })),
        ]}
        value={draft.achievementCap === null ? ownCap : String(draft.achievementCap)}
        onChange={(next) => setDraft({ ...draft, achievementCap: caps.find((cap) => String(cap) === next) ?? null })}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      <MultiSelect
        label={t('calibration.leftOut')}
        description={t('calibration.leftOutHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={draft.leftOut.length === 0 ? t('calibration.leftOutNobody') : ''}
        data={ids.map((value) => ({ value, label: supervisors.get(value) ?? value }))}
        value={[...draft.leftOut]}
        onChange={(chosen) => setDraft({ ...draft, leftOut: ids.filter((id) => chosen.includes(id)) })}
        searchable
        limit={100}
        maxDropdownHeight={200}
        nothingFoundMessage={t('calibration.leftOutNotFound')}
        comboboxProps={{ withinPortal: false }}
      />
      {sameChoices(draft, standard) ? null : (
        <p>
          <TextLink onClick={() => setDraft(standard)}>{t('calibration.toStandard')}</TextLink>
        </p>
      )}
    </div>
  )
}
