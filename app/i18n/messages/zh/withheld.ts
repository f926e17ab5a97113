import type { Translation } from '../en.ts'

export const withheld: Translation = {
  'withheld.mark': '已撤下',
  'withheld.title':
    '第{of}{n, plural, other {条记录}}中的{what, select, words {文字} evidence {证据} other {文字和证据}}已撤下',
  'withheld.see': '见<entry>第{entries}{n, plural, other {条记录}}</entry>，依据：{basis}，{day}。',
  'withheld.reason': '理由：',
}
