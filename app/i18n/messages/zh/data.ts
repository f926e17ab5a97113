import type { Translation } from '../en.ts'

export const data: Translation = {
  'data.list': '本列表的其他格式：',
  'data.record': '本记录的其他格式：',
  'data.organisation': '本机构的其他格式：',
  'data.clause': '本条款的其他格式：',
  'data.format.ics': '日历',
  'data.format.atom': 'Atom 订阅',
  'data.due': '期限：{day}',
  'data.target': '目标：{target} {unit}',
}
