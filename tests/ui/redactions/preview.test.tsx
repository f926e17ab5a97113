import { expect, it } from 'vitest'

import { speak } from '#app/i18n/speech.ts'
import { placeInWords, RedactionPreview } from '#app/ui/redactions/preview.tsx'
import { said } from '#tests/support/said.tsx'
import { NOW } from '#tests/support/world.ts'

it.each([
  [['happened'], 'What happened'],
  [['milestone.mls_1', 'title'], 'Milestone: Title'],
  [['title', 'to'], 'Title'],
  [['scores', 'relevance', 'note'], 'Note on a score'],
  [['translations', 'fr', 'title'], 'Translation: Title'],
  [['questions', '0', 'text'], 'Questions: Text'],
  [['unheard', '0'], 'unheard 0'],
])('says where %j is', (path, words) => {
  expect(placeInWords(path, speak('en'))).toBe(words)
})

it('marks what would go, names what is private, and counts copies', () => {
  const shown = said(
    <RedactionPreview
      preview={{
        entries: [
          {
            entry: 12,
            kind: 'reply.made',
            at: NOW,
            places: [
              {
                path: ['text'],
                stretches: [
                  { text: 'By ', withheld: false },
                  { text: 'Ada', withheld: true },
                ],
              },
            ],
          },
        ],
        unseen: [{ kind: 'review.sent-back', at: NOW, paths: [['reason'], ['reason']] }],
        copies: { letters: 2, replies: 1 },
        unfound: [],
      }}
    />,
  )
  expect(shown).toContain('<span>By </span><mark>Ada</mark>')
  expect(shown).toContain('1 public entry')
  expect(shown).toMatch(/Finding sent back[^<]*23 November 2026[^<]*: [^<]*Reason/)
  expect(shown).toContain('1 reply and 2 letters')
})

it('says so when nothing public would change', () => {
  const shown = said(
    <RedactionPreview preview={{ entries: [], unseen: [], copies: {}, unfound: [] }} />,
  )
  expect(shown).toContain('Nothing public')
  expect(shown).not.toContain('<table')
})
