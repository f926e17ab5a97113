import type { Translation } from '../en.ts'

export const mails: Translation = {
  'mail.see': '详见：',
  'mail.entry': '这是公开日志的第 {entry, number} 条：',
  'mail.receipt.at': '回执在 60 秒之内可在此取得：',
  'mail.receipt.yours': '此事是以贵机构名义完成的。如果您对此毫不知情，请立即致函秘书处。',
  'mail.receipt':
    '以下是回执。请连同其下的条目一并保存：两者合在一起，无需本登记册即可证明该条目曾在日志中。',
  'mail.receipt.leaf': '日志所保存的条目：',
  'mail.invitation.subject': '邀请您在登记册上代表{about}行事',
  'mail.invitation.text':
    '{about}的联络人邀请您在登记册上代表该机构行事。链接只能使用一次，有效期至{until}：',
  'mail.org.registered': '{about}申请核实',
  'mail.org.verified': '{about}已获核实，可以公布承诺',
  'mail.org.refused': '{about}未获核实',
  'mail.org.suspended': '{about}已被暂停，不能公布承诺',
  'mail.party.invited': '请您成为一项承诺的合作伙伴：{about}',
  'mail.party.accepted': '一个合作伙伴已同意承担其在承诺中的份额：{about}',
  'mail.party.consented': '一个合作伙伴已同意承担其在承诺中的份额：{about}',
  'mail.party.refused': '一个合作伙伴已拒绝承担其在承诺中的份额：{about}',
  'mail.party.left': '一个合作伙伴已退出承诺：{about}',
  'mail.commitment.submitted': '有承诺等待初审：{about}',
  'mail.commitment.returned': '您的承诺已退回并附有问题：{about}',
  'mail.commitment.declined': '您的承诺未获接受：{about}',
  'mail.commitment.published': '您的承诺已公布：{about}',
  'mail.milestone.reported': '有报告等待审查：{about}',
  'mail.review.returned': '您的报告已退回并附有问题：{about}',
  'mail.review.proposed': '有审查结论等待第二名协调员：{about}',
  'mail.review.decided': '您的报告已经审查：{about}',
  'mail.org.reinstated': '{about}已恢复，可以重新公布承诺',
  'mail.correction.proposed': '有更正等待第二名协调员：{about}',
  'mail.correction.made': '对您承诺的审查结论已更正：{about}',
  'mail.redaction.proposed': '有撤下内容的提议等待第二名协调员：{about}',
  'mail.content.redacted': '您承诺中的部分内容已撤下：{about}',
  'mail.account.confirm.subject': '请确认您在登记册的地址',
  'mail.account.confirm.text':
    '有人用此地址创建了账户。如果是您，请打开链接；链接只能使用一次，有效期至 {until}。如果不是，请不必理会：没有链接，该账户也不能做任何事。',
  'mail.account.known.subject': '您在登记册已有账户',
  'mail.account.known.text':
    '有人（也许是您）想用此地址创建账户，而此地址已有账户。没有任何更改。如果您已忘记密码，请通过此链接设定新密码；链接只能使用一次，有效期至 {until}：',
  'mail.account.reset.subject': '请设定新密码',
  'mail.account.reset.text':
    '有人（应当是您）为此地址请求了新密码。链接只能使用一次，有效期至 {until}。如果不是您，请不必理会：密码保持不变。',
  'mail.account.password-changed.subject': '您的密码已更改',
  'mail.account.password-changed.text':
    '您在登记册的账户密码已于 {at} 更改。如果不是您所为，请立即致函秘书处。',
  'mail.account.change-email.subject': '请确认您在登记册的新地址',
  'mail.account.change-email.text':
    '登记册的一个账户将改用此地址。如果是您的账户，请打开链接；链接只能使用一次，有效期至 {until}。如果不是，请不必理会。',
  'mail.account.address-known.subject': '您的地址在登记册已有账户',
  'mail.account.address-known.text':
    '有人想让另一个账户改用此地址，而此地址已有自己的账户。没有任何更改，您无需做任何事。',
  'mail.account.email-change-asked.subject': '您的账户将改用另一个地址',
  'mail.account.email-change-asked.text':
    '{at} 有人请求将您在登记册的账户改用另一个地址。打开发往该地址的链接后即生效。如果不是您所为，请立即更改密码并致函秘书处。',
  'mail.account.email-changed.subject': '您的账户已改用另一个地址',
  'mail.account.email-changed.text':
    '自 {at} 起，您在登记册的账户使用另一个地址，邮件不再发往此地址。如果不是您所为，请立即致函秘书处。',
  'mail.account.many-tries.subject': '您的账户多次遇到错误密码',
  'mail.account.many-tries.text':
    '{at} 有人多次用错误密码尝试您在登记册的账户。现已放慢尝试的速度；没有人因此进入。如果是您本人且已忘记密码，请设定新密码：',
}
