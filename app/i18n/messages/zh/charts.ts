import type { Translation } from '../en.ts'

export const charts: Translation = {
  'chart.table': '以表格查看数据',
  'chart.source': '来源：本登记册，公开日志第 {size, number} 条。数据截至 {day}。',
  'chart.cited': '{title}。',
  'chart.years.title': '各年到期里程碑的结果',
  'chart.years.text': '各年到期、已有报告或报告期限已过的里程碑。每一列代表该年全部。',
  'chart.years.year': '到期年份',
  'chart.years.all': '到期',
  'chart.years.not': '未实现或无法核实',
  'chart.years.unread': '已报告，尚未审查',
  'chart.years.of': '共 {n, number}',
  'chart.claims': '申报与审查对照',
  'prompt.on-time': '按时',
  'prompt.late': '迟交',
  'prompt.missing': '未报告',
  'head.reports': '报告',
  'punctuality.dots': '按时 {onTime, number}，迟交 {late, number}，未报告 {missing, number}。',
}
