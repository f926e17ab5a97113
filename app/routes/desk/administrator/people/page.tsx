import type { PeoplePage as Found } from '#app/db/read/people.server.ts'
import { plainly } from '#app/domain/audit/plainly.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Roles, State } from '#app/ui/administration/roles.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { Bdi, DateText } from '#app/ui/data/text.tsx'
import { Button } from '#app/ui/form/button.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function PeoplePage(props: Found & { person: DeskPerson }) {
  const { t, locale } = useSpeak()
  const { people, shown, q } = props
  const caption = t('audit.shown', { from: shown.from, to: shown.to, total: shown.total })
  return (
    <DeskFrame person={props.person} current="administration">
      <BackLink href={paths.administration(locale)}>{t('administration.title')}</BackLink>
      <PageHead title={t('people.title')} lead={t('people.lead', { n: props.total })} />
      <form action={paths.people(locale)} method="get" className="stack mbe-6">
        <TextField name="q" label={t('people.search')} type="search" value={q} />
        <div>
          <Button kind="secondary">{t('people.search.button')}</Button>
        </div>
      </form>
      <DataTable
        caption={t('people.title')}
        quietCaption
        rows={people}
        rowKey={({ userId }) => userId}
        empty={<Empty title={t('people.none')} />}
        columns={[
          {
            key: 'name',
            label: t('people.name'),
            header: true,
            cell: ({ userId, name }) => (
              <a href={paths.changeAccount(locale, userId)}>
                <Bdi>{plainly(name)}</Bdi>
              </a>
            ),
          },
          {
            key: 'email',
            label: t('people.email'),
            cell: ({ email }) => <bdi dir="ltr">{email}</bdi>,
          },
          { key: 'roles', label: t('people.roles'), cell: (one) => <Roles of={one} /> },
          {
            key: 'last',
            label: t('people.last'),
            cell: ({ lastSignIn }) =>
              lastSignIn ? <DateText at={lastSignIn} /> : t('people.last.never'),
          },
          {
            key: 'factor',
            label: t('people.factor'),
            cell: ({ secondFactor }) => t(secondFactor ? 'people.factor.yes' : 'people.factor.no'),
          },
          { key: 'state', label: t('people.state'), cell: (one) => <State of={one} /> },
        ]}
      />
      <Pagination
        previous={shown.previous && paths.people(locale, { q, before: shown.previous })}
        next={shown.next && paths.people(locale, { q, after: shown.next })}
        shown={caption}
      />
    </DeskFrame>
  )
}
