import { prefix, route, type RouteConfig } from '@remix-run/route-config'

import type { DataFormat } from './paths.ts'

/** A page's other formats: its path with an extension, all answered by one file. */
const formats = (path: string, file: string, names: readonly DataFormat[]) =>
  names.map((format) => route(`${path}.${format}`, file, { id: `${path}.${format}` }))
const calendared = ['json', 'atom', 'ics'] as const
const list = ['csv', ...calendared] as const
const record = ['jsonld', ...calendared] as const

/** The table of contents: every URL of the register and the file that answers it. */
export default [
  route('/', 'routes/public/choose-language/route.tsx'),
  // For those who look through the web by themselves.
  route('.well-known/security.txt', 'routes/security-txt/route.tsx'),
  route('robots.txt', 'routes/robots/route.tsx'),
  route('sitemap.xml', 'routes/sitemap/index/route.tsx'),
  route('sitemap/:file', 'routes/sitemap/slice/route.tsx'),
  route('r/:number', 'routes/public/permalink/route.tsx'),

  // The public log as programs read it (docs/public-log.md): bytes, from any site, no session.
  ...prefix('log', [
    route('', 'routes/log/front/route.tsx', { id: 'log' }),
    route('checkpoint', 'routes/log/checkpoint/route.tsx'),
    route('checkpoint.witnessed', 'routes/log/witnessed/route.tsx'),
    route('tile/*', 'routes/log/tile/route.tsx'),
    route('log.vkey', 'routes/log/key/route.tsx'),
    route('policy', 'routes/log/policy/route.tsx'),
    route('disclosures/bundle/:bundle', 'routes/log/disclosure-bundle/route.tsx'),
    route('disclosures/:file', 'routes/log/disclosures/route.tsx'),
    route('proof/:entry', 'routes/log/proof/route.tsx'),
    route('receipt/:entry', 'routes/log/receipt/route.tsx'),
    route('README', 'routes/log/readme/route.tsx'),
    route('*', 'routes/log/nothing/route.tsx'),
  ]),

  // Open data.
  ...prefix('api', [
    route('v1/commitments', 'routes/api/v1/commitments/route.tsx'),
    route('v1/commitments/:number', 'routes/api/v1/commitment/route.tsx'),
    route('v1/records', 'routes/api/v1/records/route.tsx'),
    route('v1/milestones', 'routes/api/v1/milestones/route.tsx'),
    route('v1/organisations', 'routes/api/v1/organisations/route.tsx'),
    route('v1/organisations/:id', 'routes/api/v1/organisation/route.tsx'),
    route('v1/openapi.json', 'routes/api/v1/openapi/route.tsx'),
    route('v1/declarations', 'routes/api/v1/declarations/route.tsx'),
    route('v1/declarations/:key', 'routes/api/v1/declaration/route.tsx'),
    route('*', 'routes/api/v1/nothing/route.tsx'),
  ]),

  ...prefix(':locale', [
    // Public: no session is read, the same bytes for everyone.
    route('', 'routes/public/home/route.tsx', { id: 'home' }),
    route('about', 'routes/public/about/route.tsx'),
    route('privacy', 'routes/public/privacy/route.tsx'),
    route('security', 'routes/public/security/route.tsx'),
    route('data', 'routes/public/data/route.tsx'),
    route('data/api', 'routes/public/api/route.tsx'),
    route('declarations', 'routes/public/declarations/route.tsx'),
    route('declarations/:key', 'routes/public/declaration/route.tsx'),
    route('clauses/*', 'routes/public/clause/route.tsx'),
    route('commitments', 'routes/public/commitments/route.tsx'),
    route('commitments/:number', 'routes/public/commitment/route.tsx'),
    route('milestones', 'routes/public/milestones/route.tsx'),
    route('search', 'routes/public/search/route.tsx'),
    route('organisations', 'routes/public/organisations/route.tsx'),
    route('organisations/:id', 'routes/public/organisation/route.tsx'),
    route('coverage', 'routes/public/coverage/route.tsx'),
    route('places', 'routes/public/places/route.tsx'),
    // The same in the formats that tools speak: docs/open-data.md.
    ...formats('commitments', 'routes/formats/commitments/route.tsx', list),
    ...formats('commitments/:number', 'routes/formats/commitment/route.tsx', record),
    ...formats('search', 'routes/formats/search/route.tsx', ['csv', 'json', 'atom']),
    ...formats('milestones', 'routes/formats/milestones/route.tsx', ['csv', 'json', 'ics']),
    ...formats('organisations', 'routes/formats/organisations/route.tsx', ['csv', 'json', 'atom']),
    ...formats('organisations/:id', 'routes/formats/organisation/route.tsx', calendared),
    ...formats('clauses/:declaration/:theme?/:clause', 'routes/formats/clause/route.tsx', list),
    ...formats('coverage', 'routes/formats/coverage/route.tsx', ['csv', 'json']),
    ...formats('places', 'routes/formats/places/route.tsx', ['csv', 'json']),
    route('log', 'routes/public/log/route.tsx'),
    route('log.atom', 'routes/feeds/log/route.tsx'),
    route('log/:entry', 'routes/public/log-entry/route.tsx'),
    route('log/:entry/check', 'routes/public/check-entry/route.tsx'),

    // Accounts.
    route('sign-up', 'routes/account/sign-up/route.tsx'),
    route('sign-in', 'routes/account/sign-in/route.tsx'),
    route('sign-in/second-factor', 'routes/account/give-factor/route.tsx'),
    route('sign-out', 'routes/account/sign-out/route.tsx'),
    route('first-run', 'routes/account/first-run/route.tsx'),
    route('account/invitations', 'routes/account/accept-invitation/route.tsx'),
    // As letters said it before tokens moved into the query, which no log holds.
    route('account/invitations/:token', 'routes/account/old-invitation/route.tsx'),
    route('account', 'routes/account/overview/route.tsx', { id: 'account' }),
    route('account/details', 'routes/account/change-details/route.tsx'),
    route('account/address', 'routes/account/change-address/route.tsx'),
    route('account/password', 'routes/account/change-password/route.tsx'),
    route('account/sessions', 'routes/account/sessions/route.tsx'),
    route('account/passkeys', 'routes/account/passkeys/route.tsx'),
    route('account/passkeys/options', 'routes/account/passkey-options/route.tsx'),
    route('sign-in/passkey', 'routes/account/passkey-sign-in/route.tsx'),
    route('account/sign-ins', 'routes/account/sign-ins/route.tsx'),
    route('account/data', 'routes/account/own-data/route.tsx'),
    route('account/data/export', 'routes/account/export-own-data/route.tsx'),
    route('account/erased', 'routes/account/erased/route.tsx'),
    route('account/second-factor', 'routes/account/second-factor/route.tsx'),
    route('account/prove', 'routes/account/prove/route.tsx'),
    route('account/confirm', 'routes/account/confirm-address/route.tsx'),
    route('account/forgotten', 'routes/account/ask-reset/route.tsx'),
    route('account/reset', 'routes/account/reset-password/route.tsx'),
    route('account/mail', 'routes/account/look-into-mail/route.tsx'),

    ...prefix('desk', [
      // Partners.
      route('', 'routes/desk/partner/dashboard/route.tsx', { id: 'desk' }),
      route('organisations/new', 'routes/desk/partner/register-organisation/route.tsx'),
      route('organisations/:id', 'routes/desk/partner/organisation/route.tsx'),
      route('organisations/:id/invite', 'routes/desk/partner/invite-member/route.tsx'),
      route('members/:id', 'routes/desk/partner/change-member/route.tsx'),
      route('commitments/new', 'routes/desk/partner/draft-commitment/route.tsx'),
      route('commitments/:id', 'routes/desk/partner/commitment/route.tsx'),
      route('commitments/:id/edit/:step', 'routes/desk/partner/edit-commitment/route.tsx'),
      route('commitments/:id/partners', 'routes/desk/partner/invite-party/route.tsx'),
      route('commitments/:id/check', 'routes/desk/partner/submit-commitment/route.tsx'),
      route('commitments/:id/amend', 'routes/desk/partner/amend-commitment/route.tsx'),
      route('commitments/:id/withdraw', 'routes/desk/partner/withdraw-commitment/route.tsx'),
      route('parties/:id', 'routes/desk/partner/answer-party/route.tsx'),
      route('milestones/:id/report', 'routes/desk/partner/draft-report/route.tsx'),
      route('reports/:id', 'routes/desk/partner/report/route.tsx'),
      route('reports/:id/edit', 'routes/desk/partner/report-milestone/route.tsx'),
      route('reports/:id/evidence', 'routes/desk/partner/attach-evidence/route.tsx'),
      route('reports/:id/check', 'routes/desk/partner/submit-report/route.tsx'),
      route('reviews/:id/reply', 'routes/desk/partner/reply-to-finding/route.tsx'),

      // Coordinators.
      route('queue', 'routes/desk/coordinator/queue/route.tsx'),
      route('verify/:id', 'routes/desk/coordinator/decide-organisation/route.tsx'),
      route('screen/:id', 'routes/desk/coordinator/screen-commitment/route.tsx'),
      route('review/:id', 'routes/desk/coordinator/review-report/route.tsx'),
      route('review/:id/return', 'routes/desk/coordinator/return-report/route.tsx'),
      route('review/:id/confirm', 'routes/desk/coordinator/confirm-finding/route.tsx'),
      route('review/:id/correct', 'routes/desk/coordinator/correct-finding/route.tsx'),
      route('redactions/new', 'routes/desk/coordinator/propose-redaction/route.tsx'),
      route('redactions/:id', 'routes/desk/coordinator/redaction/route.tsx'),
      route('evidence/:id/open', 'routes/desk/coordinator/open-evidence/route.tsx'),
      route('import', 'routes/desk/coordinator/import-commitments/route.tsx'),

      // Administrators.
      route('administration', 'routes/desk/administrator/administration/route.tsx'),
      route('administration/coordinators', 'routes/desk/administrator/coordinators/route.tsx'),
      route('administration/declarations', 'routes/desk/administrator/declarations/route.tsx'),
      route('administration/people', 'routes/desk/administrator/people/route.tsx'),
      route('administration/people/:id', 'routes/desk/administrator/change-account/route.tsx'),
      route(
        'administration/people/:id/factors',
        'routes/desk/administrator/reset-factors/route.tsx',
      ),
      route('administration/audit', 'routes/desk/administrator/audit/route.tsx'),
      route('administration/audit.csv', 'routes/desk/administrator/audit-export/route.tsx'),
      route('administration/refused', 'routes/desk/administrator/refused-attempts/route.tsx'),
      route('administration/outbox', 'routes/desk/administrator/outbox/route.tsx'),
    ]),
  ]),

  route('*', 'routes/public/not-found/route.tsx'),
] satisfies RouteConfig
