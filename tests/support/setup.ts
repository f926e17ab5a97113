import { afterEach, beforeEach, expect, vi } from 'vitest'

// What a reader of the console would be alarmed by must fail the test that caused it.
beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
