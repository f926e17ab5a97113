import type { Translation } from '../en.ts'

export const mails: Translation = {
  'mail.see': '详见：',
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
}
