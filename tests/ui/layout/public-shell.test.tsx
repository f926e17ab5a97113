import { expect, it } from 'vitest'

import { PublicShell } from '#app/ui/layout/public-shell.tsx'
import { said, words } from '#tests/support/said.tsx'

it('says where the reader is, how fresh the data are and what the log’s root is', () => {
  const page = said(
    <PublicShell
      current="commitments"
      record={{ asOf: new Date('2026-11-23T18:00:00Z'), size: 5018, rootHash: 'ab'.repeat(32) }}
    >
      <h1>Here</h1>
    </PublicShell>,
  )
  expect(page).toContain('<a href="/en/commitments" aria-current="page">')
  expect(words(page)).toContain('Data as of 23 November 2026, 18:00 UTC')
  expect(words(page)).toContain('5,018 entries in the public log')
  expect(page).toContain('ababab…abababab')
})

it('offers the page in each language by that language’s own name', () => {
  const page = said(<PublicShell>x</PublicShell>, 'fr')
  for (const name of ['العربية', '中文', 'English', 'Français', 'Русский', 'Español'])
    expect(page).toContain(name)
  expect(page).toContain('<a href="/ar" lang="ar" hrefLang="ar">')
})

it('runs no script and styles nothing inline: the policy of public pages forbids both', () => {
  expect(said(<PublicShell>x</PublicShell>)).not.toMatch(/<script| style=| on[a-z]+=/)
})
