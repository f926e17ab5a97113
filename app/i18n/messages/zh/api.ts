import type { Translation } from '../en.ts'

export const api: Translation = {
  'api.link': '程序如何查询：API',
  'api.title': 'API',
  'api.lead': '供程序读取的登记册：全部公开的承诺、里程碑、组织和宣言，JSON 格式，无需密钥。',
  'api.rules': '使用方法',
  'api.rule.open':
    '只读：用 <code>GET</code>，可来自任何网站，无需密钥。每个回答都写明其所依据的公开日志的大小和根哈希。',
  'api.rule.filters':
    '列表接受与页面相同的筛选条件。同一条件可重复给出：符合其中任一值即可；不同条件须同时符合。无法理解的参数以 400 回答，绝不忽略。',
  'api.rule.pages':
    '列表逐页提供：回答中的 <code>next</code> 和标头 <code>Link</code> 指向下一页。',
  'api.rule.unchanged':
    '将 <code>ETag</code> 放入 <code>If-None-Match</code> 发回：内容未变时回答 304。',
  'api.rule.limit':
    '标头 <code>RateLimit</code> 和 <code>RateLimit-Policy</code> 说明还可请求多少次。用完后回答 429，并附 <code>Retry-After</code>。',
  'api.rule.problems':
    '错误以 <code>application/problem+json</code>（RFC 9457）说明，并指出有误的参数。',
  'api.document':
    '以上内容均载于 <linkDocument>OpenAPI 3.1 文档</linkDocument>，本页由其生成。说明文字为英文。',
  'api.operations': '可以请求什么',
  'api.shapes': '返回什么',
  'api.answers': '返回',
  'api.parameters': '{path} 的参数',
  'api.parameter': '参数',
  'api.field': '字段',
}
