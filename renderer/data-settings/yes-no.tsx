import { Check, Minus } from 'lucide-react'
import { useT } from '../i18n.ts'

/** Word and sign. */
export function YesNo({ isYes }: { isYes: boolean }) {
  const t = useT()
  return (
    <span className="data-flag">
      {isYes ? <Check aria-hidden /> : <Minus aria-hidden />}
      {t(isYes ? 'data.yes' : 'data.no')}
    </span>
  )
}
