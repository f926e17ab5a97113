import type { Translation } from '../en.ts'

export const api: Translation = {
  'api.link': 'Как запрашивают программы: API',
  'api.title': 'API',
  'api.lead':
    'Реестр в том виде, в каком его читают программы: публичные обязательства, этапы, организации и декларации в JSON, без ключа.',
  'api.rules': 'Как это устроено',
  'api.rule.open':
    'Только чтение: <code>GET</code>, с любого сайта, без ключа. Каждый ответ называет размер и корень публичного журнала, из которого он составлен.',
  'api.rule.filters':
    'Списки принимают фильтры страниц. Фильтр можно повторять: подходит любое из его значений, а разные фильтры должны выполняться все. На непонятное отвечает 400: ничто не пропускается молча.',
  'api.rule.pages':
    'Списки приходят постранично: <code>next</code> в ответе и заголовок <code>Link</code> ведут на следующую страницу.',
  'api.rule.unchanged':
    'Верните <code>ETag</code> в <code>If-None-Match</code>: пока ничего не изменилось, ответ будет 304.',
  'api.rule.limit':
    'Заголовки <code>RateLimit</code> и <code>RateLimit-Policy</code> говорят, сколько запросов осталось. Затем приходит 429 с <code>Retry-After</code>.',
  'api.rule.problems':
    'Об ошибках сообщается как <code>application/problem+json</code> (RFC 9457), с указанием неверного параметра.',
  'api.document':
    'Всё это есть в <linkDocument>документе OpenAPI 3.1</linkDocument>, из которого составлена эта страница. Описания — на английском.',
  'api.operations': 'Что можно запросить',
  'api.shapes': 'Что приходит в ответ',
  'api.answers': 'Отвечает:',
  'api.parameters': 'Параметры {path}',
  'api.parameter': 'Параметр',
  'api.field': 'Поле',
}
