import { Ellipsis, List, Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { BlockView, CarrierView } from '../../shared/contract/outputs.ts'
import { useT } from '../i18n.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ContextMenu, type MenuGroups } from '../ui/menu.tsx'
import { acceptNumbers, closeBlock, moveBlock } from './block-actions.ts'
import { useBlockColumns } from './block-columns.ts'
import { BlockForm } from './block-form.tsx'
import { BlockNumbers } from './block-numbers.tsx'
import { DataList } from './data-list.tsx'
import { LendForm } from './lend-form.tsx'
import { ReleaseDialog } from './release-dialog.tsx'

const noBlocks: readonly BlockView[] = []
const noCarriers: readonly CarrierView[] = []

type Open = 'add' | 'lend' | 'release' | 'numbers'

export function BlocksPart() {
  const t = useT()
  const { value, problem } = useAnswer('block.list', {})
  const carriers = useAnswer('carrier.list', {}).value?.carriers ?? noCarriers
  const installId = useAnswer('ledger.state', {}).value?.installId
  const [open, setOpen] = useState<Open | null>(null)
  const [currentId, setCurrentId] = useState<number | null>(null)
  const columns = useBlockColumns()
  const blocks = value?.blocks ?? noBlocks
  const current = blocks.find(({ id }) => id === currentId) ?? blocks[0]
  const close = () => setOpen(null)
  if (open === 'numbers' && current) return <BlockNumbers block={current} onClose={close} />
  return (
    <DataList
      note={t('ledger.two', {
        one: t(carriers.length > 0 ? 'ledger.part.order' : 'data.blocks.needsCarrier'),
        other: installId === undefined ? '' : t('ledger.part.installId', { id: installId }),
      })}
      commands={
        <>
          <Button icon={<List aria-hidden />} isDisabled={!current} onPress={() => setOpen('numbers')}>
            {t('ledger.part.numbers')}
          </Button>
          <BlockMenu blocks={blocks} current={current} onOpen={setOpen} />
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            isDisabled={carriers.length === 0}
            onPress={() => setOpen('add')}
          >
            {t('data.blocks.add')}
          </Button>
        </>
      }
      problem={problem}
      sheet={
        <>
          {open === 'add' && <BlockForm carriers={carriers} blocks={blocks} onClose={close} />}
          {open === 'lend' && current && <LendForm block={current} onClose={close} />}
          {open === 'release' && current && <ReleaseDialog block={current} onClose={close} />}
        </>
      }
    >
      <ListGrid
        name="blocks"
        label={t('data.section.blocks')}
        columns={columns}
        rows={blocks}
        getRowKey={({ id }) => String(id)}
        emptyState={value && <EmptyState>{t('data.blocks.empty')}</EmptyState>}
        onRow={({ id }) => setCurrentId(id)}
        onOpen={({ id }) => {
          setCurrentId(id)
          setOpen('numbers')
          return true
        }}
      />
    </DataList>
  )
}

interface BlockMenuProps {
  blocks: readonly BlockView[]
  current: BlockView | undefined
  onOpen: (open: Open) => void
}

/** What is done to the block with the cursor, and the numbers that come from another desk. */
function BlockMenu({ blocks, current, onOpen }: BlockMenuProps) {
  const t = useT()
  const place = useRef<HTMLSpanElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const groups = useMemo<MenuGroups>(() => {
    const own = blocks.filter(({ carrierId }) => carrierId === current?.carrierId)
    const isFixed = current === undefined || current.isRetired
    const accept = { id: 'accept', text: t('ledger.part.accept'), onAction: () => void acceptNumbers(t) }
    if (!current) return [[accept]]
    return [
      [
        {
          id: 'up',
          text: t('ledger.part.up'),
          isDisabled: own[0] === current,
          onAction: () => void moveBlock(current, 'up', t),
        },
        {
          id: 'down',
          text: t('ledger.part.down'),
          isDisabled: own.at(-1) === current,
          onAction: () => void moveBlock(current, 'down', t),
        },
        {
          id: 'close',
          text: t(current.isClosed ? 'ledger.part.reopen' : 'ledger.part.close'),
          isDisabled: isFixed,
          onAction: () => void closeBlock(current, t),
        },
        {
          id: 'release',
          text: t('ledger.part.release'),
          isDisabled: isFixed,
          onAction: () => onOpen('release'),
        },
      ],
      [
        {
          id: 'lend',
          text: t('ledger.part.lend'),
          isDisabled: isFixed || current.left === 0,
          onAction: () => onOpen('lend'),
        },
        accept,
      ],
    ]
  }, [blocks, current, onOpen, t])
  return (
    <span ref={place}>
      <Button icon={<Ellipsis aria-hidden />} aria-expanded={isOpen} onPress={() => setIsOpen(true)}>
        {t('ledger.part.menu')}
      </Button>
      {isOpen && place.current && (
        <ContextMenu
          label={t('ledger.part.menu')}
          groups={groups}
          anchor={place.current}
          onClose={() => setIsOpen(false)}
        />
      )}
    </span>
  )
}
