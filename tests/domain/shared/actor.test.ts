import { expect, it } from 'vitest'

import { currentOrganisations, memberOf } from '#app/domain/shared/actor.ts'
import { cast, LEAD, OTHER } from '#tests/support/cast.ts'

it('finds the place somebody has now, not the one they had', () => {
  expect(memberOf(cast.editor, LEAD)?.role).toBe('editor')
  expect(memberOf(cast.editor, OTHER)).toBeUndefined()
  expect(memberOf(cast.former, LEAD)).toBeUndefined()
  expect(memberOf(undefined, LEAD)).toBeUndefined()
})

it('finds the new place of somebody who left and came back', () => {
  const back = {
    ...cast.former,
    memberships: [...cast.former.memberships, ...cast.editor.memberships],
  }
  expect(memberOf(back, LEAD)?.role).toBe('editor')
})

it('lists the organisations somebody acts for now', () => {
  const both = {
    ...cast.editor,
    memberships: [...cast.editor.memberships, ...cast.otherFocalPoint.memberships],
  }
  expect(currentOrganisations(both)).toEqual([LEAD, OTHER])
  expect(currentOrganisations(cast.former)).toEqual([])
  expect(currentOrganisations(undefined)).toEqual([])
})
