import { Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { predicates } from '#domain/model/levels.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import {
  choiceWords,
  conditions,
  type FilterList,
  filterLists,
  orders,
  type RowNames,
  type StaffFilter,
} from './filter.ts'
import styles from './staff.module.css'

export interface FilterMenuProps {
  readonly filter: StaffFilter
  readonly onChange: (filter: StaffFilter) => void
  readonly names: RowNames
  readonly unitIds: readonly string[]
  readonly supervisorIds: readonly string[]
}

const labels = {
  units: 'staff.filterUnits',
  supervisors: 'staff.filterSupervisors',
  postKinds: 'staff.filterPostKinds',
  predicates: 'staff.filterPredicates',
  decisions: 'staff.filterDecisions',
  conditions: 'staff.filterConditions',
} as const satisfies Record<FilterList, string>

/** "+ Tambah": the parts of the filter sentence, each a list of choices. */
export function FilterMenu({ filter, onChange, names, unitIds, supervisorIds }: FilterMenuProps) {
  const t = useT()
  const choices: Readonly<Record<FilterList, readonly string[]>> = {
    units: [...unitIds, ''],
    supervisors: [...supervisorIds, ''],
    postKinds: ['jpt', 'administrator', 'pengawas', 'pelaksana', 'jf', 'other'],
    predicates: [...predicates.toReversed(), 'none'],
    decisions: ['none', 'keep', 'change', 'proposal'],
    conditions,
  }
  const toggle = (list: FilterList, value: string): void => {
    const chosen = filter[list]
    onChange({ ...filter, [list]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })
  }
  return (
    <Menu withinPortal closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.add} aria-label={t('staff.addFilterLabel')}>
          <IconPlus size={14} stroke={1.8} aria-hidden />
          {t('staff.addFilter')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {filterLists.map((list) => (
          <Menu.Sub key={list}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{t(labels[list])}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className={styles.choices ?? ''}>
              {choices[list].map((value) => (
                <Menu.CheckboxItem
                  key={value}
                  checked={filter[list].includes(value)}
                  onChange={() => toggle(list, value)}
                >
                  {choiceWords(list, value, names, t)}
                </Menu.CheckboxItem>
              ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
        <Menu.Divider />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>{t('staff.filterOrder')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {orders.map((order) => (
              <Menu.CheckboxItem
                key={order}
                checked={filter.order === order}
                onChange={() => onChange({ ...filter, order })}
              >
                {t(`staff.order-${order}`)}
              </Menu.CheckboxItem>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      </Menu.Dropdown>
    </Menu>
  )
}
