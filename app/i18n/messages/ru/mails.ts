import type { Translation } from '../en.ts'

export const mails: Translation = {
  'mail.see': 'Посмотреть можно здесь:',
  'mail.entry': 'Это запись {entry, number} публичного журнала:',
  'mail.receipt.at': 'Квитанция появится там в течение 60 секунд:',
  'mail.receipt.yours':
    'Это сделано от имени вашей организации. Если вам об этом ничего не известно, немедленно напишите в секретариат.',
  'mail.receipt':
    'Сама квитанция. Храните её вместе с записью под ней: вместе они доказывают и без этого реестра, что запись была в журнале.',
  'mail.receipt.leaf': 'Запись, как она хранится в журнале:',
  'mail.invitation.subject': 'Приглашение действовать в реестре от имени организации «{about}»',
  'mail.invitation.text':
    'Контактное лицо организации «{about}» приглашает вас действовать в реестре от её имени. Ссылка действует один раз, до {until}:',
  'mail.org.registered': 'Организация «{about}» просит проверить её',
  'mail.org.verified': 'Организация «{about}» проверена и может публиковать обязательства',
  'mail.org.refused': 'Организации «{about}» отказано в проверке',
  'mail.org.suspended': 'Участие организации «{about}» приостановлено, публиковать она не может',
  'mail.party.invited': 'Вас просят стать партнёром в обязательстве «{about}»',
  'mail.party.accepted': 'Партнёр согласился на своё участие в обязательстве «{about}»',
  'mail.party.consented': 'Партнёр согласился на своё участие в обязательстве «{about}»',
  'mail.party.refused': 'Партнёр отказался от своего участия в обязательстве «{about}»',
  'mail.party.left': 'Партнёр вышел из обязательства «{about}»',
  'mail.commitment.submitted': 'Обязательство ждёт предварительной проверки: «{about}»',
  'mail.commitment.returned': 'Ваше обязательство вернулось с вопросами: «{about}»',
  'mail.commitment.declined': 'Ваше обязательство отклонено: «{about}»',
  'mail.commitment.published': 'Ваше обязательство опубликовано: «{about}»',
  'mail.milestone.reported': 'Отчёт ждёт рассмотрения: «{about}»',
  'mail.review.returned': 'Ваш отчёт вернулся с вопросами: «{about}»',
  'mail.review.proposed': 'Заключение ждёт второго координатора: «{about}»',
  'mail.review.decided': 'Ваш отчёт рассмотрен: «{about}»',
  'mail.org.reinstated': 'Участие организации «{about}» возобновлено, она снова может публиковать',
  'mail.correction.proposed': 'Исправление ждёт второго координатора: «{about}»',
  'mail.correction.made': 'Исправлено заключение по вашему обязательству: «{about}»',
  'mail.redaction.proposed': 'Изъятие ждёт второго координатора: «{about}»',
  'mail.content.redacted': 'Из вашего обязательства изъяты сведения: «{about}»',
}
