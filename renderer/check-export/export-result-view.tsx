import { CircleCheck, Copy, Download } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ExportResult } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { showToast } from '../shell/toasts.ts'
import { Button, ToolButton } from '../ui/button.tsx'

interface ExportResultViewProps {
  result: ExportResult
  onClose: () => void
}

/** What was written and where; the checksum lets anybody prove the folder is as it was. */
export function ExportResultView({ result, onClose }: ExportResultViewProps) {
  const t = useT()
  const { number } = useFormats()
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    showToast({ tone: 'info', text: t('checkExport.result.copied') })
  }
  return (
    <div className="export-result">
      <h2>
        <CircleCheck aria-hidden />
        {t('checkExport.result.title')}
      </h2>
      <dl>
        <Fact name={t('checkExport.result.shipments')}>{number(result.shipments)}</Fact>
        <Fact name={t('checkExport.result.files')}>{number(result.files)}</Fact>
        <Fact name={t('checkExport.result.leftOut')}>{number(result.leftOut)}</Fact>
        <Fact name={t('checkExport.result.folder')}>
          <span className="export-path">{result.folder}</span>
          <CopyButton name={t('checkExport.result.folder')} onCopy={() => void copy(result.folder)} />
        </Fact>
        <Fact name={t('checkExport.result.manifest')}>
          <code className="ui-mono export-path">{result.manifestSha256}</code>
          <CopyButton
            name={t('checkExport.result.manifest')}
            onCopy={() => void copy(result.manifestSha256)}
          />
        </Fact>
      </dl>
      <div className="export-actions">
        {result.download !== null && (
          <a className="ui-button export-download" data-variant="primary" href={result.download} download>
            <Download aria-hidden />
            {t('checkExport.result.download')}
          </a>
        )}
        <Button autoFocus onPress={onClose}>
          {t('checkExport.result.close')}
        </Button>
      </div>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function CopyButton({ name, onCopy }: { name: string; onCopy: () => void }) {
  const t = useT()
  const label = t('checkExport.result.copy', { name })
  return <ToolButton icon={<Copy aria-hidden />} label={label} onPress={onCopy} />
}
