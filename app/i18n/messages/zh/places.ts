import type { Translation } from '../en.ts'

export const places: Translation = {
  'nav.places': '地点',
  'places.title': '国家和地区',
  'places.lead':
    '按联合国区域划分列出承诺的实施地点。每个国家或地区都有一个同样大小的方格，尚无承诺的也不例外。',
  'places.reached': '{all, number} 个国家和地区中，{reached, number} 个有专属承诺。',
  'places.mark': '方格中的标记表示当地最常见的状态。',
  'places.apart': '针对整个区域的承诺计入该区域，不计入其中的各个国家。',
  'places.whole-world': '面向全世界',
  'places.table': '同样数字的表格',
  'places.caption': '按国家或地区列出的承诺',
  'places.by-region': '按区域列出的承诺',
  'places.code': '代码',
  'places.disclaimer':
    '本页所用名称及材料的编排方式，并不意味着对任何国家、领土、城市或地区或其当局的法律地位，或对其边界或界线的划分表示任何意见。',
  'places.names': '名称和区域：联合国统计司，M49。分组仅为统计之便。',
}
