import { limits, resourceKinds, sdgTargets } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { MessageKey } from '#app/i18n/speech.ts'
import { hintWith } from '#app/ui/commitments/questions.tsx'
import { useTermLabel } from '#app/ui/commitments/term-labels.ts'
import { Button } from '#app/ui/form/button.tsx'
import { Checkboxes, Select } from '#app/ui/form/choice-fields.tsx'
import { NumberField, TextField } from '#app/ui/form/text-fields.tsx'

import type { StepProps } from './step-props.ts'

export function ResourcesStep({ form, terms, questions, rows, fresh }: StepProps) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const field = (name: string, hint?: string) => ({
    ...form.field(name),
    label: label(name),
    ...hintWith(questions, name, hint),
  })
  return (
    <>
      <div id={form.field('resources').id} tabIndex={-1}>
        <p className="prose mbe-5">{t('desk.resource.lead')}</p>
        {Array.from({ length: rows }, (_, place) => (
          <fieldset
            key={place}
            className="row-of-form"
            tabIndex={fresh === place ? -1 : undefined}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the row that was asked for is where one goes on
            autoFocus={fresh === place}
          >
            <legend>
              <h2>{t('desk.resource.nth', { n: place + 1 })}</h2>
            </legend>
            <Select
              {...field(`resources[${place}].kind`)}
              options={resourceKinds.map((kind) => ({
                value: kind,
                label: t(`desk.resource.kind.${kind}`),
              }))}
            />
            <div className="beside-fields">
              <NumberField
                {...field(`resources[${place}].amount`, t('desk.resource.amount.hint'))}
                optional
              />
              <TextField
                {...field(`resources[${place}].currency`, t('desk.resource.currency.hint'))}
                width="short"
                optional
              />
            </div>
            <TextField
              {...field(`resources[${place}].source`, t('desk.resource.source.hint'))}
              lang={terms.lang}
              optional
            />
            {rows > 1 && (
              <Button kind="secondary" name="intent" value={`remove-resources-${place}`}>
                {t('desk.resource.remove', { n: place + 1 })}
              </Button>
            )}
          </fieldset>
        ))}
        {rows < limits.resources && (
          <div className="mbe-6">
            <Button kind="secondary" name="intent" value="add-resources">
              {t('desk.resource.add')}
            </Button>
          </div>
        )}
      </div>
      <TextField
        {...field('responsible', t('desk.terms.responsible.hint'))}
        lang={terms.lang}
        optional
      />
      <TextField {...field('contactRole', t('desk.terms.contact-role.hint'))} lang={terms.lang} />
      <div className="in-columns">
        <Checkboxes
          {...field('sdgTargets')}
          optional
          options={sdgTargets.map((target) => ({
            value: target,
            label: t(`desk.sdg.${target}` as MessageKey),
          }))}
        />
      </div>
    </>
  )
}
