import { expect, it } from 'vitest'

import { can, refusalOf, stances, type Permission } from '#app/domain/access/access.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW, OTHER } from '#tests/support/cast.ts'

// Asked of a case that LEAD leads. `left23`, `left25`: a coordinator who left LEAD so many months ago.
const viewers: Record<string, Viewer> = {
  stranger: undefined,
  person: cast.person,
  editor: cast.editor,
  focal: cast.focalPoint,
  other: cast.otherFocalPoint,
  former: cast.former,
  coordinator: cast.coordinator,
  member: cast.memberCoordinator,
  left23: cast.left23MonthsAgo,
  left25: cast.left25MonthsAgo,
  administrator: cast.administrator,
  susEditor: cast.suspendedEditor,
  susFocal: cast.suspendedFocalPoint,
}

const codes: Record<string, string | undefined> = {
  yes: undefined,
  sign: 'not-signed-in',
  org: 'not-your-organisation',
  focal: 'focal-point-only',
  susp: 'organisation-suspended',
  coord: 'coordinator-only',
  conf: 'conflict-of-interest',
  admin: 'administrator-only',
}

const matrix = `
                       stranger person editor focal  other  former coordinator member left23 left25 administrator susEditor susFocal
register-organisation  sign     yes    yes    yes    yes    yes    yes         yes    yes    yes    yes           yes       yes
accept-invitation      sign     yes    yes    yes    yes    yes    yes         yes    yes    yes    yes           yes       yes
see-organisation       sign     org    yes    yes    org    org    org         yes    org    org    org           yes       yes
invite-member          sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
change-role            sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
remove-member          sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
draft-commitment       sign     org    yes    yes    org    org    org         yes    org    org    org           susp      susp
edit-commitment        sign     org    yes    yes    org    org    org         yes    org    org    org           susp      susp
invite-party           sign     org    yes    yes    org    org    org         yes    org    org    org           susp      susp
submit-commitment      sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
answer-party           sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
leave-party            sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
amend-commitment       sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
withdraw-commitment    sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
draft-report           sign     org    yes    yes    org    org    org         yes    org    org    org           susp      susp
attach-evidence        sign     org    yes    yes    org    org    org         yes    org    org    org           susp      susp
submit-report          sign     org    yes    yes    org    org    org         yes    org    org    org           susp      susp
reply-to-finding       sign     org    focal  yes    org    org    org         focal  org    org    org           focal     susp
decide-organisation    sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
screen-commitment      sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
review-report          sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
confirm-finding        sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
correct-finding        sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
propose-redaction      sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
carry-out-redaction    sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
import-commitments     sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord         coord     coord
appoint-coordinator    sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes           admin     admin
open-declaration       sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes           admin     admin
see-outbox             sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes           admin     admin
try-letter-again       sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes           admin     admin
see-audit              sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes           admin     admin
change-account         sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes           admin     admin
see-own-data           sign     yes    yes    yes    yes    yes    yes         yes    yes    yes    yes           yes       yes
erase-own-account      sign     yes    yes    yes    yes    yes    yes         yes    yes    yes    yes           yes       yes
`
const [head = [], ...rows] = matrix
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const subject = { organisationId: LEAD, partyIds: [OTHER, LEAD] }

it('knows a row for every permission there is', () => {
  expect(rows.map(([permission]) => permission).toSorted()).toEqual(Object.keys(stances).toSorted())
  expect(head).toEqual(Object.keys(viewers))
})

it.each(rows)('lets these and no others do %s', (permission, ...cells) => {
  const asked = head.map((name) => refusalOf(viewers[name], permission as Permission, subject, NOW))
  expect(asked).toEqual(cells.map((cell) => codes[cell]))
  const allowed = head.map((name) => can(viewers[name], permission as Permission, subject, NOW))
  expect(allowed).toEqual(cells.map((cell) => cell === 'yes'))
})

it('takes a subject without an organisation for nobody’s', () => {
  expect(refusalOf(cast.focalPoint, 'edit-commitment', {}, NOW)).toBe('not-your-organisation')
})

it('does not hold a membership elsewhere against a coordinator', () => {
  const elsewhere = { partyIds: ['org_third'] }
  expect(refusalOf(cast.memberCoordinator, 'review-report', elsewhere, NOW)).toBeUndefined()
})

it('permits nothing to whoever has not confirmed an address, whatever they are', () => {
  for (const permission of Object.keys(stances) as Permission[])
    for (const who of [cast.person, cast.focalPoint, cast.coordinator, cast.administrator]) {
      const viewer = { ...who, unconfirmed: true }
      const refused = refusalOf(viewer, permission, { organisationId: LEAD }, NOW)
      expect(refused).toBe('address-not-confirmed')
    }
})
