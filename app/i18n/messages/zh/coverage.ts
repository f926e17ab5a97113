import type { Translation } from '../en.ts'

export const coverage: Translation = {
  'nav.coverage': '覆盖情况',
  'coverage.title': '覆盖情况',
  'coverage.lead': '{declaration}：各利益攸关方群体与各条款对照。每个数字都通向其所计的承诺。',
  'coverage.views': '表格显示的内容',
  'coverage.view.made': '已作出的承诺',
  'coverage.view.kept': '兑现比例',
  'coverage.view.silent': '未报告',
  'coverage.caption.made': '按利益攸关方群体和条款列出的承诺',
  'coverage.caption.kept': '按利益攸关方群体和条款列出的已到期承诺兑现比例',
  'coverage.caption.silent': '按利益攸关方群体和条款列出的未报告承诺',
  'coverage.unit.made': '每格的承诺数',
  'coverage.unit.kept': '已到期承诺中兑现的百分比',
  'coverage.unit.silent': '每格的未报告承诺数',
  'coverage.none-due': '尚无到期',
  'coverage.gap': '属于适用对象，未作承诺',
  'coverage.all-clauses': '所有条款',
  'coverage.all-groups': '所有群体',
  'coverage.several': '一项承诺如涉及多个条款，在每个条款下各计一次，在“所有条款”下只计一次。',
  'coverage.reading.made':
    '最大的空缺：{group}。以其为适用对象的 {addressed, number} 个条款中，{n, number} 个尚无承诺：{clauses}。',
  'coverage.reading.complete': '没有空缺：在每个条款下，各适用群体均已作出承诺。',
  'coverage.reading.kept':
    '兑现最少：{group}，条款 {number}。已到期 {due, number} 项，已兑现 {kept, number} 项。',
  'coverage.reading.kept-none': '此处尚无承诺到期。',
  'coverage.reading.silent':
    '未报告最多：{group}，条款 {number}。承诺 {made, number} 项，其中未报告 {silent, number} 项。',
  'coverage.reading.silent-none': '此处没有缺交的报告。',
  'coverage.shown': '该宣言下 {all, number} 项承诺中的 {shown, number} 项。',
  'coverage.unfiltered': '不加这些筛选条件时',
  'coverage.gaps.text': '以某一群体为适用对象、但该群体中无人作出承诺的条款。',
  'coverage.clauses': '各条款',
  'coverage.region': '区域',
  'coverage.whole': '完整表格及筛选',

  'clause.regions': '地点',
  'clause.regions.none': '{n, plural, other {尚无承诺的区域：{regions}。}}',
  'organisation.clauses': '以其所属群体为适用对象的条款',
  'organisation.clauses.covered': '已覆盖：{addressed, number} 个中的 {covered, number} 个',
  'organisation.clauses.open': '未覆盖',
  'organisation.clauses.beyond': '也已覆盖，虽以其他群体为适用对象',
}
