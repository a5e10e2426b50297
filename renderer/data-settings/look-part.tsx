import { useState } from 'react'
import { languages } from '../../shared/locales/catalogue.ts'
import { useT } from '../i18n.ts'
import { reloadAppState, useAppStore } from '../shell/app-state.ts'
import { ask } from '../shell/ask.ts'
import { densities, setLook, textSizes, themes, useLook } from '../shell/look.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'

const find = <T extends string | number>(values: readonly T[], id: string): T =>
  values.find((value) => String(value) === id)!

/** How the desk looks on this computer, who works at it, and where its data are. */
export function LookPart() {
  const t = useT()
  const look = useLook()
  const app = useAppStore((store) => store.app)
  return (
    <div className="data-look">
      <section>
        <RadioGroup
          label={t('common.look.language')}
          orientation="horizontal"
          options={languages.map((id) => ({
            id,
            label: <span lang={id}>{t(`common.look.languages.${id}`)}</span>,
          }))}
          selectedId={look.language}
          onSelect={(id) => setLook({ language: find(languages, id) })}
        />
        <RadioGroup
          label={t('common.look.theme')}
          orientation="horizontal"
          options={themes.map((id) => ({ id, label: t(`common.look.themes.${id}`) }))}
          selectedId={look.theme}
          onSelect={(id) => setLook({ theme: find(themes, id) })}
        />
        <RadioGroup
          label={t('common.look.density')}
          orientation="horizontal"
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
        <p className="data-note">{t('data.look.atOnce')}</p>
      </section>
      {app && (
        <section>
          <WhoField key={app.who} who={app.who} />
          <dl className="data-facts">
            <dt>{t('data.look.version')}</dt>
            <dd>{app.version}</dd>
            <dt>{t('data.look.database')}</dt>
            <dd>{app.databaseFile}</dd>
            <dt>{t('data.look.exportFolder')}</dt>
            <dd>{app.exportFolder}</dd>
          </dl>
        </section>
      )}
    </div>
  )
}

function WhoField({ who }: { who: string }) {
  const t = useT()
  const [text, setText] = useState(who)
  const name = text.trim()
  const canSave = name !== '' && name !== who

  const save = async () => {
    if (!canSave) return
    const answer = await ask('app.setWho', { who: name })
    if (!answer.ok) return
    showToast({ tone: 'done', text: t('data.look.saidWho', { name }) })
    await reloadAppState()
  }

  return (
    <div className="data-who">
      <TextField
        label={t('data.look.who')}
        hint={t('data.look.whoHint')}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      />
      <Button shortcut="Enter" isDisabled={!canSave} onPress={() => void save()}>
        {t('data.save')}
      </Button>
    </div>
  )
}
