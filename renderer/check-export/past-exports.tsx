import type { CallOutput } from '../../shared/contract/contract.ts'
import { useFormats, useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { Table } from '../ui/table.tsx'

type PastExport = CallOutput<'export.list'>['exports'][number]

/** Every package that left, the newest first. */
export function PastExports() {
  const t = useT()
  const { number, dateTime } = useFormats()
  const { value } = useAnswer('export.list', {})
  const exports = value?.exports.toSorted((a, b) => b.atMs - a.atMs) ?? []
  return (
    <section className="check-past" aria-label={t('checkExport.past.title')} tabIndex={0}>
      <h2>{t('checkExport.past.title')}</h2>
      {exports.length === 0 ? (
        <p className="check-note">{t('checkExport.past.none')}</p>
      ) : (
        <Table<PastExport>
          label={t('checkExport.past.title')}
          rows={exports}
          getRowKey={({ id }) => String(id)}
          columns={[
            {
              id: 'at',
              title: t('checkExport.past.at'),
              isRowHeader: true,
              render: ({ atMs }) => dateTime(atMs),
            },
            {
              id: 'folder',
              title: t('checkExport.past.folder'),
              render: ({ folder }) => <span title={folder}>{getFolderName(folder)}</span>,
            },
            {
              id: 'shipments',
              title: t('checkExport.past.shipments'),
              align: 'end',
              render: ({ shipments }) => number(shipments),
            },
            {
              id: 'files',
              title: t('checkExport.past.files'),
              align: 'end',
              render: ({ files }) => number(files),
            },
            {
              id: 'rules',
              title: t('checkExport.past.rules'),
              render: ({ rulePack, judgedOn }) => <span title={rulePack ?? ''}>{judgedOn ?? ''}</span>,
            },
            { id: 'who', title: t('checkExport.past.who'), render: ({ who }) => who },
          ]}
        />
      )}
    </section>
  )
}

/** The last part of a path; the whole of it is in the tooltip. */
const getFolderName = (folder: string): string =>
  folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder
