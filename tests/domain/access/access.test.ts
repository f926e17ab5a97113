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
}

const codes: Record<string, string | undefined> = {
  yes: undefined,
  sign: 'not-signed-in',
  org: 'not-your-organisation',
  focal: 'focal-point-only',
  coord: 'coordinator-only',
  conf: 'conflict-of-interest',
  admin: 'administrator-only',
}

const matrix = `
                       stranger person editor focal  other  former coordinator member left23 left25 administrator
register-organisation  sign     yes    yes    yes    yes    yes    yes         yes    yes    yes    yes
accept-invitation      sign     yes    yes    yes    yes    yes    yes         yes    yes    yes    yes
see-organisation       sign     org    yes    yes    org    org    org         yes    org    org    org
invite-member          sign     org    focal  yes    org    org    org         focal  org    org    org
change-role            sign     org    focal  yes    org    org    org         focal  org    org    org
remove-member          sign     org    focal  yes    org    org    org         focal  org    org    org
draft-commitment       sign     org    yes    yes    org    org    org         yes    org    org    org
edit-commitment        sign     org    yes    yes    org    org    org         yes    org    org    org
invite-party           sign     org    yes    yes    org    org    org         yes    org    org    org
submit-commitment      sign     org    focal  yes    org    org    org         focal  org    org    org
answer-party           sign     org    focal  yes    org    org    org         focal  org    org    org
leave-party            sign     org    focal  yes    org    org    org         focal  org    org    org
amend-commitment       sign     org    focal  yes    org    org    org         focal  org    org    org
withdraw-commitment    sign     org    focal  yes    org    org    org         focal  org    org    org
draft-report           sign     org    yes    yes    org    org    org         yes    org    org    org
attach-evidence        sign     org    yes    yes    org    org    org         yes    org    org    org
submit-report          sign     org    yes    yes    org    org    org         yes    org    org    org
reply-to-finding       sign     org    focal  yes    org    org    org         focal  org    org    org
decide-organisation    sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
screen-commitment      sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
review-report          sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
confirm-finding        sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
correct-finding        sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
propose-redaction      sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
carry-out-redaction    sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
import-commitments     sign     coord  coord  coord  coord  coord  yes         conf   conf   yes    coord
appoint-coordinator    sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes
open-declaration       sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes
see-outbox             sign     admin  admin  admin  admin  admin  admin       admin  admin  admin  yes
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
