import type { Translation } from '../en.ts'

export const time: Translation = {
  'diff.unchanged': '{n, plural, other {# 个词未改动}}',
  'compare.from': '从',
  'compare.to': '到',
  'slip.title': '变更过的期限',
  'slip.sum':
    '{n, plural, other {# 个期限有变更。}}{days, plural, =0 {没有里程碑晚于首次登记的期限。} other {各里程碑合计比首次登记推迟 # 天。}}',
  'slip.deadline': '期限',
  'slip.moved': '变动',
  'slip.reason': '理由',
  'slip.end': '承诺结束日期',
  'slip.first-due': '原期限：{day}',
  'calendar.title': '里程碑',
  'calendar.lead': '逐月列出到期事项、报告情况和审查结论。',
  'calendar.all': '里程碑日历',
  'calendar.beside': '前后月份',
  'calendar.today': '本月',
  'calendar.months': '{year} 年各月',
  'calendar.in-month': '{month}：{n, plural, =0 {没有里程碑} other {# 个里程碑}}',
  'calendar.states': '目前状态',
  'calendar.every-state': '全部',
  'calendar.shown': '第 {from, number} 至 {to, number} 个，共 {total, plural, other {# 个里程碑}}',
  'calendar.none': '{period}没有到期的里程碑。',
  'calendar.none-like': '{period}没有符合所选条件的里程碑。',
  'calendar.nearest': '最近有到期里程碑的月份：',
  'calendar.nowhere': '其他月份也没有。',
}
