import type { HistoryView } from '../../shared/contract/outputs.ts'
import type { ImportDifference } from '../../shared/domain/import-plan.ts'
import { useFormats, useT } from '../i18n.ts'
import { Disclosure } from '../lists/disclosure.tsx'
import { describeHistory } from '../../shared/words/describe-history.ts'
import { formatFieldName } from '../../shared/words/describe-problem.ts'
import { describeStandIn } from '../../shared/words/describe-rule.ts'
import { BeforeAfter } from '../ui/before-after.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { setOverwriting, useImport } from './import-store.ts'
import { ProblemList } from './problem-list.tsx'
import { asksEncoding, type QueuedFile } from './queued-file.ts'
import { returnFile } from './return-file.ts'

/** Lists longer than this are read in the file, not here. */
const mostListed = 100

/** What a commit of this file would do, and what is wrong in it. */
export function DraftOutcome({ file: { key, draft } }: { file: QueuedFile }) {
  const t = useT()
  const { dateTime, number } = useFormats()
  const { difference, problems } = draft
  const isOver = draft.verdict === 'refused' || draft.verdict === 'same-file'
  // Of a file that holds no shipment, only what held its rows back is worth a word.
  const hasWord = (!isOver && !asksEncoding(draft)) || problems.some(({ level }) => level === 'block')
  return (
    <aside className="import-outcome" aria-label={t('import.outcome.title')}>
      <h2>{t('import.outcome.title')}</h2>
      {draft.revisionOf && !isOver && (
        <p className="import-revision">
          {t('import.revision', {
            file: draft.revisionOf.fileName,
            time: dateTime(draft.revisionOf.atMs),
          })}
        </p>
      )}
      {difference && !isOver ? (
        <Difference fileKey={key} difference={difference} />
      ) : (
        <p className="import-notes">{t(isOver ? 'import.outcome.nothing' : 'import.outcome.pending')}</p>
      )}
      {draft.history && !isOver && (
        <Disclosure
          isOpen
          title={t('import.history.title')}
          count={t('import.history.count', { n: number(countUsed(draft.history)) })}
        >
          <ul className="import-lines">
            {describeHistory(draft.history, t).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {hasWord && (
        <ProblemList
          problems={problems}
          more={draft.moreProblems}
          questions={draft.clientQuestions}
          onReturn={() => void returnFile(draft.draftId, t)}
        />
      )}
    </aside>
  )
}

const countUsed = ({ blocks }: HistoryView): number => blocks.reduce((sum, { used }) => sum + used, 0)

function Difference({ fileKey, difference }: { fileKey: string; difference: ImportDifference }) {
  const t = useT()
  const { number } = useFormats()
  const kept = difference.changes.filter(({ isTyped }) => isTyped)
  const changes = difference.changes.filter(({ isTyped }) => !isTyped)
  const { newShipments, newBoxes, changedShipments, changedBoxes } = difference
  return (
    <>
      <Disclosure
        title={t('import.outcome.new')}
        count={t('import.outcome.newCount', { shipments: number(newShipments), boxes: number(newBoxes) })}
      />
      <Disclosure
        title={t('import.outcome.changed')}
        count={t('import.outcome.changedCount', {
          shipments: number(changedShipments),
          boxes: number(changedBoxes),
        })}
      >
        {changes.length > 0 ? <Changes changes={changes} /> : undefined}
      </Disclosure>
      <Disclosure
        title={t('import.outcome.same')}
        count={t('import.outcome.sameCount', { shipments: number(difference.same) })}
      />
      {difference.gone > 0 && (
        <Disclosure
          title={t('import.outcome.gone')}
          count={t('import.outcome.goneCount', { shipments: number(difference.gone) })}
        >
          <Lines lines={difference.goneIds.map((fbaId) => ({ id: fbaId, text: '' }))} />
        </Disclosure>
      )}
      {difference.claimed.length > 0 && (
        <Disclosure
          title={t('import.outcome.claimed')}
          count={t('import.outcome.claimedCount', { shipments: number(difference.claimed.length) })}
        >
          <p>{t('import.outcome.claimedNext')}</p>
          <Lines
            lines={difference.claimed.map(({ fbaId, client }) => ({
              id: fbaId,
              text: t('import.outcome.claimedRow', { client }),
            }))}
          />
        </Disclosure>
      )}
      {difference.atWork.length > 0 && (
        <Disclosure
          title={t('import.history.atWork')}
          count={t('import.history.atWorkCount', { shipments: number(difference.atWork.length) })}
        >
          <Lines lines={difference.atWork.map((fbaId) => ({ id: fbaId, text: '' }))} />
        </Disclosure>
      )}
      {difference.reissues.length > 0 && (
        <Disclosure
          title={t('import.outcome.reissues')}
          count={t('import.outcome.reissuesCount', { shipments: number(difference.reissues.length) })}
        >
          <p>{t('import.outcome.reissuesNext')}</p>
          <Lines lines={difference.reissues.map(({ from, to }) => ({ id: from, text: `→ ${to}` }))} />
        </Disclosure>
      )}
      {difference.replaced.length > 0 && (
        <Disclosure
          title={t('import.outcome.replaced')}
          count={t('import.outcome.replacedCount', { shipments: number(difference.replaced.length) })}
        >
          <Lines lines={difference.replaced.map((fbaId) => ({ id: fbaId, text: '' }))} />
        </Disclosure>
      )}
      {difference.taken.length > 0 && (
        <Disclosure
          title={t('import.outcome.taken')}
          count={t('import.outcome.takenCount', { n: number(difference.taken.length) })}
        >
          <Lines
            lines={difference.taken.map(({ number: id, owner }) => ({
              id,
              text: owner === null ? t('import.outcome.takenVoid') : t('import.outcome.takenRow', { owner }),
            }))}
          />
        </Disclosure>
      )}
      {difference.standIns.length > 0 && (
        <Disclosure
          isOpen
          title={t('import.outcome.standIns')}
          count={t('import.outcome.takenCount', { n: number(difference.standIns.length) })}
        >
          <Lines
            lines={difference.standIns.map(({ fbaId, number: value, kind, owner }) => ({
              id: fbaId,
              text: describeStandIn({ value, standIn: kind, owner, more: 0 }, t),
            }))}
          />
        </Disclosure>
      )}
      {difference.typed > 0 && <Typed fileKey={fileKey} typed={difference.typed} changes={kept} />}
    </>
  )
}

type Change = ImportDifference['changes'][number]

function Typed({ fileKey, typed, changes }: { fileKey: string; typed: number; changes: readonly Change[] }) {
  const t = useT()
  const { number } = useFormats()
  const isOverwriting = useImport(({ overwriting }) => overwriting.has(fileKey))
  return (
    <Disclosure
      isOpen
      title={t('import.outcome.typed')}
      count={t(isOverwriting ? 'import.outcome.typedOverwritten' : 'import.outcome.typedCount', {
        n: number(typed),
      })}
    >
      <Checkbox isSelected={isOverwriting} onChange={(isOn) => setOverwriting(fileKey, isOn)}>
        {t('import.outcome.overwrite')}
      </Checkbox>
      {isOverwriting ? <Changes changes={changes} /> : <KeptValues changes={changes} />}
    </Disclosure>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useT()
  const blank = t('import.outcome.blank')
  return (
    <ul className="import-lines">
      {changes.slice(0, mostListed).map(({ fbaId, field, before, after }, index) => (
        <li key={`${fbaId} ${field} ${index}`}>
          <span className="ui-mono">{fbaId}</span> {formatFieldName(field, t)}{' '}
          <BeforeAfter before={before ?? blank} after={after ?? blank} />
        </li>
      ))}
      <Rest of={changes.length} />
    </ul>
  )
}

function KeptValues({ changes }: { changes: readonly Change[] }) {
  const t = useT()
  return (
    <Lines
      lines={changes.map(({ fbaId, field, before, after }) => ({
        id: fbaId,
        text: t('import.outcome.keptRow', {
          field: formatFieldName(field, t),
          kept: before ?? t('import.outcome.blank'),
          file: after ?? t('import.outcome.blank'),
        }),
      }))}
    />
  )
}

function Lines({ lines }: { lines: readonly { id: string; text: string }[] }) {
  return (
    <ul className="import-lines">
      {lines.slice(0, mostListed).map(({ id, text }) => (
        <li key={`${id} ${text}`}>
          <span className="ui-mono">{id}</span> {text}
        </li>
      ))}
      <Rest of={lines.length} />
    </ul>
  )
}

function Rest({ of }: { of: number }) {
  const t = useT()
  const { number } = useFormats()
  return of > mostListed ? <li>{t('import.outcome.moreProblems', { n: number(of - mostListed) })}</li> : null
}
