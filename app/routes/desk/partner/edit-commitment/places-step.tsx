import { countriesIn, regions } from '#app/domain/places/m49.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { hintWith } from '#app/ui/commitments/questions.tsx'
import { useTermLabel } from '#app/ui/commitments/term-labels.ts'
import { Checkboxes, Radios } from '#app/ui/form/choice-fields.tsx'
import { FieldGroup } from '#app/ui/form/field.tsx'
import type { FieldState } from '#app/ui/form/form-state.ts'
import { NumberField, TextField } from '#app/ui/form/text-fields.tsx'

import type { StepProps } from './step-props.ts'

export function PlacesStep({ form, terms, questions }: StepProps) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const field = (name: string, hint?: string) => ({
    ...form.field(name),
    label: label(name),
    ...hintWith(questions, name, hint),
  })
  const places = form.field('places')
  return (
    <>
      <Radios
        {...field('scope')}
        options={[
          { value: 'worldwide', label: t('desk.terms.worldwide') },
          { value: 'places', label: t('desk.terms.scope.places') },
        ]}
      />
      <div id={places.id} tabIndex={-1}>
        <FieldGroup
          field={{
            ...field('places', t('desk.terms.places.hint')),
            id: `${places.id}-group`,
          }}
        >
          <PlaceChoices places={places} />
        </FieldGroup>
      </div>
      <TextField
        {...field('beneficiaries', t('desk.terms.beneficiaries.hint'))}
        lang={terms.lang}
      />
      <NumberField {...field('beneficiaryCount')} whole optional />
    </>
  )
}

/** Every country or area under its region, closed until there is something chosen in it. */
function PlaceChoices({ places }: { places: FieldState }) {
  const { t, locale, countryName } = useSpeak()
  const world = regions.filter(({ within }) => within.length === 0)
  return world.map(({ code }) => {
    const parts = [code, ...regions.filter((part) => part.within.includes(code)).map((p) => p.code)]
    const countries = countriesIn(code)
      .map((country) => ({ value: country.code, label: countryName(country.code) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
    const wholes = parts.map((part) => ({
      value: part,
      label: t('desk.terms.places.whole', { region: countryName(part) }),
    }))
    const options = [...wholes, ...countries]
    const chosen = options.filter(({ value }) => places.values.includes(value)).length
    return (
      <details key={code} open={chosen > 0} className="mbs-3">
        <summary>
          {countryName(code)}
          {chosen > 0 && ` (${t('desk.terms.places.chosen', { n: chosen })})`}
        </summary>
        <div className="in-columns quiet-legend">
          <Checkboxes
            {...places}
            errors={[]}
            id={`${places.id}-${code}`}
            label={countryName(code)}
            options={options}
          />
        </div>
      </details>
    )
  })
}
