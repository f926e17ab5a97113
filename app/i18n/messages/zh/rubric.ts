import type { Translation } from '../en.ts'

export const rubric: Translation = {
  'rubric.relevance.question': '证据是否针对这一里程碑？',
  'rubric.relevance.0': '没有证据，或证据说的是别的事',
  'rubric.relevance.1': '与主题有关，但不是这一地点、这些人或这一时期',
  'rubric.relevance.2': '针对这一里程碑，但在地点、人员或时期上有缺漏',
  'rubric.relevance.3': '完全针对此事：地点、人员和时期一致',
  'rubric.sufficiency.question': '证据是否足以支撑全部申报？',
  'rubric.sufficiency.0': '不能支撑申报的任何部分',
  'rubric.sufficiency.1': '只能支撑申报的一小部分',
  'rubric.sufficiency.2': '能支撑申报的大部分',
  'rubric.sufficiency.3': '能支撑全部申报',
  'rubric.reliability.question': '来源是否可信、可核查？',
  'rubric.reliability.0': '无人为其负责',
  'rubric.reliability.1': '仅为机构自己的说法，他人无从核查',
  'rubric.reliability.2': '机构自己的记录，可以核查',
  'rubric.reliability.3': '有独立方为其负责，或原始数据可以核查',
  'rubric.measurement.question': '数值是否按里程碑规定的方式测得？',
  'rubric.measurement.0': '从中得不出任何数值',
  'rubric.measurement.1': '单位不同，或统计方式与里程碑不符',
  'rubric.measurement.2': '单位正确，但日期或方法不尽明确',
  'rubric.measurement.3': '单位正确，并说明了日期和方法',
}
