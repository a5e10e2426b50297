import { SlidersHorizontal } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { languages } from '../../shared/locales/catalogue.ts'
import { useT } from '../i18n.ts'
import { Button, ToolButton } from '../ui/button.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { densities, setLook, textSizes, themes, useLook } from './look.ts'

const find = <T extends string | number>(values: readonly T[], id: string): T =>
  values.find((value) => String(value) === id)!

/** Language, theme, density and text size; every choice shows at once. */
export function LookMenu() {
  const t = useT()
  const look = useLook()
  const otherLanguage = languages.find((language) => language !== look.language)!
  return (
    <>
      <span lang={otherLanguage}>
        <Button variant="quiet" onPress={() => setLook({ language: otherLanguage })}>
          {t('common.look.otherLanguage')}
        </Button>
      </span>
      <DialogTrigger>
        <ToolButton icon={<SlidersHorizontal aria-hidden />} label={t('common.look.title')} />
        <Popover placement="bottom end" offset={4}>
          <Dialog className="look-menu" aria-label={t('common.look.title')}>
            <RadioGroup
              label={t('common.look.theme')}
              options={themes.map((id) => ({ id, label: t(`common.look.themes.${id}`) }))}
              selectedId={look.theme}
              onSelect={(id) => setLook({ theme: find(themes, id) })}
            />
            <RadioGroup
              label={t('common.look.density')}
              options={densities.map((id) => ({ id, label: t(`common.look.densities.${id}`) }))}
              selectedId={look.density}
              onSelect={(id) => setLook({ density: find(densities, id) })}
            />
            <Select
              label={t('common.look.textSize')}
              options={textSizes.map((value) => ({
                id: String(value),
                label: t('common.look.percent', { value }),
              }))}
              selectedId={String(look.textSize)}
              onSelect={(id) => setLook({ textSize: find(textSizes, id) })}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  )
}
