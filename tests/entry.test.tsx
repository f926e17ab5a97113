import { expect, it } from 'vitest'

import { testServer } from '#tests/support/server.ts'

it.each(['联网教室', 'مستودع', 'учебник', '𠮷野'])(
  'sends %s letter for letter, wherever a buffer ends',
  async (word) => {
    const lines = [...Array(1_000).keys()].map((i) => `${'x'.repeat(i % 7)}${word.repeat(9)}`)
    const Page = () => lines.map((line, i) => <p key={i}>{line}</p>)
    const routes = { ':locale/long': { default: Page } }
    const { ask } = await testServer(routes as unknown as Parameters<typeof testServer>[0])
    const page = await (await ask('/en/long')).text()
    expect(page).not.toContain('\0')
    expect(page).toContain(lines.map((line) => `<p>${line}</p>`).join(''))
  },
)
