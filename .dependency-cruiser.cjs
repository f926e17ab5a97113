/** Which way imports may point. docs/architecture.md draws it; this file keeps it true. */
const NPM = 'node_modules/'
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    never('no-cycles', {}, { circular: true }, 'Two files that need each other are one file.'),
    never(
      'no-barrels',
      {},
      { path: '^app/.*/index[.]tsx?$' },
      'Import the file that owns the name.',
    ),
    never(
      'domain-is-pure',
      { path: '^app/domain/' },
      { pathNot: ['^app/domain/', `${NPM}(zod|@noble/hashes)/`] },
      'Rules know no framework, no database, no machine.',
    ),
    never(
      'db-looks-down',
      { path: '^app/db/' },
      { path: '^app/(?!db|domain)' },
      'db/ serves; it asks nothing of those above.',
    ),
    never(
      'use-cases-look-down',
      { path: '^app/use-cases/' },
      { path: ['^app/(routes|ui|http|auth|jobs)/', `${NPM}(react|@remix-run)`] },
      'A use-case must run from a route, a job or a test alike.',
    ),
    never(
      'ui-only-shows',
      { path: '^app/ui/' },
      { path: ['^app/(db|use-cases|auth|http|routes|adapters|jobs)/', `${NPM}@remix-run`] },
      'ui/ is handed what it shows.',
    ),
    never(
      'sql-lives-in-db',
      { path: '^app/', pathNot: '^app/(db|auth)/' },
      { path: `${NPM}(drizzle-orm|@libsql)/` },
      'Ask db/ with a named function.',
    ),
    never(
      'only-use-cases-write',
      { path: '^app/', pathNot: '^app/(use-cases|db|auth)/' },
      { path: '^app/db/(write|schema|transaction)' },
      'Routes may read; a change goes through a use-case.',
    ),
    never(
      'routes-are-leaves',
      { path: '^app/routes/(.+)/[^/]+$' },
      { path: '^app/routes/', pathNot: '^app/routes/$1/' },
      'Two routes that share something share it through ui/ or http/.',
    ),
    never(
      'public-reads-no-session',
      { path: '^app/routes/(public|log|feeds|formats|api)/' },
      { path: ['^app/auth/', `${NPM}lucia/`] },
      'Public pages are the same bytes for everyone.',
    ),
    never(
      'remix-stays-at-the-edge',
      { path: '^app/', pathNot: '^app/(routes|http|auth|root|entry|env)' },
      { path: `${NPM}@remix-run` },
      'The move to its successor must stay mechanical.',
    ),
    never(
      'nothing-imports-tests',
      { path: '^(app|scripts)/' },
      { path: '^tests/' },
      'Tests look at the app, never the reverse.',
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // a type import is still a dependency
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
