import type { Translation } from '../en.ts'

/** The data page: the whole register as files. */
export const downloads: Translation = {
  'nav.data': '数据',
  'downloads.title': '数据',
  'downloads.lead':
    '本登记册公开的全部承诺、里程碑、报告和审查结论，以文件形式提供，任何人均可使用。',
  'downloads.counts':
    '<linkOrganisations>{organisations, plural, other {# 家机构}}</linkOrganisations>的<linkCommitments>{commitments, plural, other {# 项承诺}}</linkCommitments>，截至<linkLog>公开日志{entries, plural, other {第 # 条}}</linkLog>。',
  'downloads.empty': '尚无登记内容：文件中仅有各项宣言。',
  'downloads.whole': '整个登记册',
  'downloads.whole.text':
    '每个文件都在您请求时根据登记册当时的内容生成。应答头 Kept-Log-Size 和 Kept-Log-Root 指明所依据的公开日志状态；datapackage.json 中也有说明。',
  'downloads.file': '文件',
  'downloads.holds': '内容',
  'downloads.file.archive':
    '全部表格（CSV）及其说明，打包为一个文件（Data Package）。可导入其他登记册。',
  'downloads.file.descriptor': '表格说明：列、类型、键、许可协议。',
  'downloads.file.commitments': '每行一份完整的承诺记录（JSON Lines），按编号排列。',
  'downloads.file.organisations': '每行一家机构（JSON Lines）。',
  'downloads.file.declarations': '各项宣言的文本，逐条列出（JSON）。',
  'downloads.file.iati':
    '每项承诺为一项活动（IATI 2.03）：条款作标签，里程碑作结果，公开证据作文档。',
  'downloads.part': '其中一部分',
  'downloads.part.text':
    '<linkList>列表</linkList>可先行筛选。程序可用 JSON 获取<linkCommitments>承诺</linkCommitments>和<linkOrganisations>机构</linkOrganisations>。后续动态通过<linkFeed>订阅源</linkFeed>发布。',
  'downloads.licence.text': '证据归提交者所有；导入的计划保留其标明的许可协议。',
  'downloads.cite.text': '引用时请注明日志状态，以便他人找到同一份记录：',
  'downloads.check': '如何核验',
  'downloads.check.text':
    '每份记录都列出其在<linkLog>公开日志</linkLog>中的条目。任何人仅凭这些条目即可重建记录并加以比对；方法见<linkReadme>程序指南</linkReadme>。',
  'downloads.commands': '入门命令',
  'downloads.tables': '表格和列',
  'downloads.tables.text':
    '列名与 JSON 中相同。列的说明为英文，与 datapackage.json 一致。电子表格会当作公式执行的单元格前带有撇号。',
  'downloads.column': '列',
  'downloads.type': '类型',
  'downloads.key': '键',
}
