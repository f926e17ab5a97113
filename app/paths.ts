type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Appends what is set of a query; repeated names for lists. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of typeof value === 'string' ? [value] : (value ?? []))
      if (one !== '') search.append(name, one)
  return search.size === 0 ? path : `${path}?${search}`
}

/** What lists and records are served in beside a page: `jsonld` and `ics` where they make sense. */
export const dataFormats = ['csv', 'json', 'jsonld', 'atom', 'ics'] as const
export type DataFormat = (typeof dataFormats)[number]

/** A page's other formats keep its path and query and add their extension to the path. */
export function inFormat(path: string, format: DataFormat): string {
  const [pathname = '', query] = path.split('?', 2)
  const search = new URLSearchParams(query)
  // A format holds the whole list: there is no page of it.
  search.delete('after')
  search.delete('before')
  return search.size === 0 ? `${pathname}.${format}` : `${pathname}.${format}?${search}`
}

/** The format an address asks for, if it asks for one. */
export const formatOf = (pathname: string): DataFormat | undefined =>
  dataFormats.find((format) => pathname.endsWith(`.${format}`))

/** Every URL the app links to is spelled here and nowhere else. */
export const paths = {
  robots: () => '/robots.txt',
  securityTxt: () => '/.well-known/security.txt',
  sitemap: () => '/sitemap.xml',
  sitemapSlice: (name: string) => `/sitemap/${name}.xml`,
  permalink: (number: string) => `/r/${number}`,
  home: (locale: string) => `/${locale}`,
  about: (locale: string) => `/${locale}/about`,
  privacy: (locale: string) => `/${locale}/privacy`,
  security: (locale: string) => `/${locale}/security`,
  data: (locale: string) => `/${locale}/data`,
  api: (locale: string) => `/${locale}/data/api`,
  declarations: (locale: string) => `/${locale}/declarations`,
  declaration: (locale: string, key: string) => `/${locale}/declarations/${key}`,
  clause: (locale: string, key: string) => `/${locale}/clauses/${key}`,
  commitments: (locale: string, query: Query = {}) => withQuery(`/${locale}/commitments`, query),
  commitment: (locale: string, number: string, query: Query = {}) =>
    withQuery(`/${locale}/commitments/${number}`, query),
  milestones: (locale: string, query: Query = {}) => withQuery(`/${locale}/milestones`, query),
  search: (locale: string, query: Query = {}) => withQuery(`/${locale}/search`, query),
  organisations: (locale: string, query: Query = {}) =>
    withQuery(`/${locale}/organisations`, query),
  organisation: (locale: string, id: string) => `/${locale}/organisations/${id}`,
  coverage: (locale: string, query: Query = {}) => withQuery(`/${locale}/coverage`, query),
  places: (locale: string, query: Query = {}) => withQuery(`/${locale}/places`, query),
  log: (locale: string, query: Query = {}) => withQuery(`/${locale}/log`, query),
  logFeed: (locale: string, query: Query = {}) => withQuery(`/${locale}/log.atom`, query),
  logEntry: (locale: string, entry: number) => `/${locale}/log/${entry}`,
  checkEntry: (locale: string, entry: number) => `/${locale}/log/${entry}/check`,

  // The log as programs read it: no language, one spelling each.
  logCheckpoint: () => '/log/checkpoint',
  logWitnessed: () => '/log/checkpoint.witnessed',
  logPolicy: () => '/log/policy',
  logKey: () => '/log/log.vkey',
  logReadme: () => '/log/README',
  logTile: (place: string) => `/log/tile/${place}`,
  logDisclosures: (entry: number) => `/log/disclosures/${entry}.json`,
  logDisclosureBundle: (bundle: number) => `/log/disclosures/bundle/${bundle}`,
  logProof: (entry: number) => `/log/proof/${entry}`,
  logReceipt: (entry: number) => `/log/receipt/${entry}`,

  commitmentsData: (query: Query = {}) => withQuery('/api/v1/commitments', query),
  milestonesData: (query: Query = {}) => withQuery('/api/v1/milestones', query),
  openApi: () => '/api/v1/openapi.json',
  recordsData: () => '/api/v1/records',
  organisationsData: () => '/api/v1/organisations',

  signUp: (locale: string) => `/${locale}/sign-up`,
  signIn: (locale: string) => `/${locale}/sign-in`,
  signOut: (locale: string) => `/${locale}/sign-out`,
  firstRun: (locale: string) => `/${locale}/first-run`,
  invitation: (locale: string, token: string) =>
    withQuery(`/${locale}/account/invitations`, { token }),
  account: (locale: string, query: Query = {}) => withQuery(`/${locale}/account`, query),
  changeDetails: (locale: string) => `/${locale}/account/details`,
  changeAddress: (locale: string) => `/${locale}/account/address`,
  changePassword: (locale: string) => `/${locale}/account/password`,
  sessions: (locale: string, query: Query = {}) => withQuery(`/${locale}/account/sessions`, query),
  passkeys: (locale: string, query: Query = {}) => withQuery(`/${locale}/account/passkeys`, query),
  passkeyOptions: (locale: string) => `/${locale}/account/passkeys/options`,
  passkeySignIn: (locale: string) => `/${locale}/sign-in/passkey`,
  signIns: (locale: string) => `/${locale}/account/sign-ins`,
  ownData: (locale: string) => `/${locale}/account/data`,
  exportOwnData: (locale: string) => `/${locale}/account/data/export`,
  erased: (locale: string) => `/${locale}/account/erased`,
  secondFactor: (locale: string, query: Query = {}) =>
    withQuery(`/${locale}/account/second-factor`, query),
  giveFactor: (locale: string) => `/${locale}/sign-in/second-factor`,
  prove: (locale: string) => `/${locale}/account/prove`,
  confirmAddress: (locale: string) => `/${locale}/account/confirm`,
  askReset: (locale: string) => `/${locale}/account/forgotten`,
  resetPassword: (locale: string) => `/${locale}/account/reset`,
  lookIntoMail: (locale: string, query: Query = {}) => withQuery(`/${locale}/account/mail`, query),

  desk: (locale: string) => `/${locale}/desk`,
  registerOrganisation: (locale: string) => `/${locale}/desk/organisations/new`,
  deskOrganisation: (locale: string, id: string) => `/${locale}/desk/organisations/${id}`,
  inviteMember: (locale: string, id: string) => `/${locale}/desk/organisations/${id}/invite`,
  changeMember: (locale: string, id: string) => `/${locale}/desk/members/${id}`,
  draftCommitment: (locale: string) => `/${locale}/desk/commitments/new`,
  deskCommitment: (locale: string, id: string) => `/${locale}/desk/commitments/${id}`,
  editCommitment: (locale: string, id: string, step: string) =>
    `/${locale}/desk/commitments/${id}/edit/${step}`,
  inviteParty: (locale: string, id: string) => `/${locale}/desk/commitments/${id}/partners`,
  submitCommitment: (locale: string, id: string) => `/${locale}/desk/commitments/${id}/check`,
  amendCommitment: (locale: string, id: string) => `/${locale}/desk/commitments/${id}/amend`,
  withdrawCommitment: (locale: string, id: string) => `/${locale}/desk/commitments/${id}/withdraw`,
  answerParty: (locale: string, id: string) => `/${locale}/desk/parties/${id}`,
  draftReport: (locale: string, milestoneId: string) =>
    `/${locale}/desk/milestones/${milestoneId}/report`,
  report: (locale: string, id: string) => `/${locale}/desk/reports/${id}`,
  reportMilestone: (locale: string, id: string) => `/${locale}/desk/reports/${id}/edit`,
  attachEvidence: (locale: string, id: string, query: Query = {}) =>
    withQuery(`/${locale}/desk/reports/${id}/evidence`, query),
  submitReport: (locale: string, id: string) => `/${locale}/desk/reports/${id}/check`,
  replyToFinding: (locale: string, reviewId: string) => `/${locale}/desk/reviews/${reviewId}/reply`,

  queue: (locale: string, query: Query = {}) => withQuery(`/${locale}/desk/queue`, query),
  decideOrganisation: (locale: string, id: string) => `/${locale}/desk/verify/${id}`,
  screenCommitment: (locale: string, id: string) => `/${locale}/desk/screen/${id}`,
  reviewReport: (locale: string, reportId: string) => `/${locale}/desk/review/${reportId}`,
  returnReport: (locale: string, reportId: string) => `/${locale}/desk/review/${reportId}/return`,
  confirmFinding: (locale: string, reportId: string) =>
    `/${locale}/desk/review/${reportId}/confirm`,
  correctFinding: (locale: string, reportId: string) =>
    `/${locale}/desk/review/${reportId}/correct`,
  proposeRedaction: (locale: string, query: Query = {}) =>
    withQuery(`/${locale}/desk/redactions/new`, query),
  redaction: (locale: string, id: string) => `/${locale}/desk/redactions/${id}`,
  openEvidence: (locale: string, id: string) => `/${locale}/desk/evidence/${id}/open`,
  importCommitments: (locale: string) => `/${locale}/desk/import`,

  administration: (locale: string) => `/${locale}/desk/administration`,
  coordinators: (locale: string) => `/${locale}/desk/administration/coordinators`,
  openDeclarations: (locale: string) => `/${locale}/desk/administration/declarations`,
  people: (locale: string, query: Query = {}) =>
    withQuery(`/${locale}/desk/administration/people`, query),
  changeAccount: (locale: string, id: string) => `/${locale}/desk/administration/people/${id}`,
  resetFactors: (locale: string, id: string) =>
    `/${locale}/desk/administration/people/${id}/factors`,
  audit: (locale: string, query: Query = {}) =>
    withQuery(`/${locale}/desk/administration/audit`, query),
  auditExport: (locale: string, query: Query = {}) =>
    withQuery(`/${locale}/desk/administration/audit.csv`, query),
  refusedAttempts: (locale: string, query: Query = {}) =>
    withQuery(`/${locale}/desk/administration/refused`, query),
  outbox: (locale: string) => `/${locale}/desk/administration/outbox`,
}

/** Answered by the server itself, before Remix: streamed in, or served without a page around it. */
export const serverPaths = {
  uploadEvidence: (locale: string, reportId: string) =>
    `/${locale}/desk/reports/${reportId}/evidence/upload`,
  deskFile: (locale: string, id: string) => `/${locale}/desk/files/${id}`,
  evidenceFile: (id: string) => `/files/${id}`,
  registerFile: (name: string) => `/data/${name}`,
}

/** The whole register as files; its tables stand beside them, each as `tableFile` names it. */
export const registerFiles = {
  archive: 'kept-register.zip',
  descriptor: 'datapackage.json',
  commitments: 'commitments.jsonl',
  organisations: 'organisations.jsonl',
  declarations: 'declarations.json',
  iati: 'iati-activities.xml',
} as const
export const tableFile = (table: string) => `${table}.csv`
