import type { ExportPlan } from '../../shared/contract/outputs.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { Disclosure } from '../lists/disclosure.tsx'
import { describeReason } from '../../shared/words/describe-problem.ts'
import { showShipments } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import { countLeftOut } from './count-left-out.ts'

type PlannedClient = ExportPlan['clients'][number]

/** What an export would write for whom, and what stays behind and why. */
export function ExportPlanView({ plan }: { plan: ExportPlan }) {
  const t = useT()
  const { number } = useFormats()
  const files = plan.clients.reduce((sum, client) => sum + client.files.length, 0)
  return (
    <>
      <p className="export-totals">
        {plan.clients.length === 0
          ? t('checkExport.plan.none')
          : t('checkExport.plan.totals', {
              clients: number(plan.clients.length),
              shipments: number(plan.ready),
              files: number(files),
            })}
      </p>
      {plan.leftOut.length > 0 && <LeftOut leftOut={plan.leftOut} />}
      <ul>
        {plan.clients.map((client) => (
          <li key={client.client}>
            <PlannedFiles client={client} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PlannedFiles({ client }: { client: PlannedClient }) {
  const t = useT()
  const formats = useFormats()
  return (
    <Disclosure
      title={client.client}
      count={`${t('checkExport.plan.shipments', { count: client.shipments })} · ${t('checkExport.plan.files', { count: client.files.length })}`}
      note={describeSinceLast(client, t, formats)}
    >
      <p className="check-note">{client.folder}</p>
      <ul>
        {client.files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** Only what there is: "new 2 · changed 1". */
const describeSinceLast = (client: PlannedClient, t: Translate, { number }: Formats): string =>
  (['added', 'changed', 'unchanged'] as const)
    .filter((kind) => client[kind] > 0)
    .map((kind) => t(`checkExport.plan.${kind}`, { n: number(client[kind]) }))
    .join(' · ')

function LeftOut({ leftOut }: Pick<ExportPlan, 'leftOut'>) {
  const t = useT()
  const { number } = useFormats()
  return (
    <section className="export-left-out">
      <h3>{t('checkExport.plan.leftOut', { count: leftOut.length })}</h3>
      <ul>
        {countLeftOut(leftOut).map(({ status, reason, ids }) => (
          <li key={`${status} ${reason}`}>
            <StatusShape status={status} />
            <span>{reason === null ? t(`shipments.status.${status}`) : describeReason(reason, t)}</span>
            <span className="export-left-out-count">{number(ids.length)}</span>
            <Button variant="quiet" onPress={() => showShipments({ ids })}>
              {t('checkExport.plan.leftOutShow')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
