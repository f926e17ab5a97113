import type { Translation } from '../en.ts'

/** The data page: the whole register as files. */
export const downloads: Translation = {
  'nav.data': 'Данные',
  'downloads.title': 'Данные',
  'downloads.lead':
    'Все публичные обязательства, этапы, отчёты и заключения этого реестра в файлах, которыми может пользоваться каждый.',
  'downloads.counts':
    '<linkCommitments>{commitments, plural, one {# обязательство} few {# обязательства} many {# обязательств} other {# обязательства}}</linkCommitments>, <linkOrganisations>{organisations, plural, one {# организация} few {# организации} many {# организаций} other {# организации}}</linkOrganisations>, по состоянию на <linkLog>{entries, plural, one {# запись} few {# записи} many {# записей} other {# записи}} публичного журнала</linkLog>.',
  'downloads.empty': 'Пока ничего не зарегистрировано: в файлах есть только декларации.',
  'downloads.whole': 'Весь реестр',
  'downloads.whole.text':
    'Каждый файл создаётся в момент запроса по текущему состоянию реестра. Заголовки ответа Kept-Log-Size и Kept-Log-Root называют состояние публичного журнала, по которому он создан; то же указано в datapackage.json.',
  'downloads.file': 'Файл',
  'downloads.holds': 'Что в нём',
  'downloads.file.archive':
    'Все таблицы в CSV с описанием в одном архиве (Data Package). Его можно импортировать в другой реестр.',
  'downloads.file.descriptor': 'Описание таблиц: столбцы, типы, ключи, лицензия.',
  'downloads.file.commitments':
    'По одному обязательству целиком в строке (JSON Lines), в порядке номеров.',
  'downloads.file.organisations': 'По одной организации в строке (JSON Lines).',
  'downloads.file.declarations': 'Текст каждой декларации по положениям (JSON).',
  'downloads.file.iati':
    'По одной деятельности на обязательство (IATI 2.03): положения в виде меток, этапы в виде результатов, открытые подтверждения в виде документов.',
  'downloads.part': 'Только часть',
  'downloads.part.text':
    '<linkList>Списки</linkList> можно сначала сузить. Программы запрашивают <linkCommitments>обязательства</linkCommitments> и <linkOrganisations>организации</linkOrganisations> в JSON. О новом сообщает <linkFeed>лента</linkFeed>.',
  'downloads.licence.text':
    'Подтверждения принадлежат тем, кто их представил; импортированные планы сохраняют указанную на них лицензию.',
  'downloads.cite.text': 'Указывайте состояние журнала, чтобы другие нашли те же данные:',
  'downloads.check': 'Как это проверить',
  'downloads.check.text':
    'Каждое обязательство называет свои записи в <linkLog>публичном журнале</linkLog>. По ним одним его можно восстановить и сравнить; как это сделать, сказано в <linkReadme>руководстве для программ</linkReadme>.',
  'downloads.commands': 'Команды для начала',
  'downloads.tables': 'Таблицы и столбцы',
  'downloads.tables.text':
    'Столбцы называются так же, как в JSON. Их описания даны на английском языке, как в datapackage.json. Перед ячейкой, которую электронная таблица выполнила бы как формулу, стоит апостроф.',
  'downloads.column': 'Столбец',
  'downloads.type': 'Тип',
  'downloads.key': 'ключ',
}
