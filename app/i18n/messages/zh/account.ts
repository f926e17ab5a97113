import type { Translation } from '../en.ts'

export const account: Translation = {
  'sign-in.title': '登录',
  'sign-in.email': '电子邮件地址',
  'sign-in.password': '密码',
  'sign-in.button': '登录',
  'sign-in.made': '如果此地址在这里尚未使用过，账户已经创建。请用您设定的密码登录。',
  'sign-in.signed-out': '您已退出登录。您填写的内容已保留：请登录后继续。',
  'sign-in.no-account': '还没有账户？',
  'sign-in.sign-up': '创建账户',
  'sign-in.demonstration.title': '这是演示',
  'sign-in.demonstration.text':
    '这里的人物均为虚构。您可以用密码“demonstration”以其中任何一人的身份登录。',
  'sign-in.continue.title': '您已重新登录',
  'sign-in.continue.text': '您填写的内容已保留，尚未发送。',
  'sign-in.continue.button': '从中断处继续',

  'sign-up.title': '创建账户',
  'sign-up.lead': '一个账户属于一个人。您可以用账户登记贵机构，或加入已邀请您的机构。',
  'sign-up.name': '您的姓名',
  'sign-up.name.hint': '同事和协调员可以看到，公众永远看不到。',
  'sign-up.email': '电子邮件地址',
  'sign-up.email.hint': '您工作时使用的地址。',
  'sign-up.password': '密码',
  'sign-up.password.hint': '至少 {n, number} 个字符。用几个词组成较好。',
  'sign-up.button': '创建账户',
  'sign-up.have-account': '已有账户？',

  'first-run.title': '开放本登记册',
  'first-run.lead': '第一个账户属于管理员，由其开放宣言并任命协调员。',
  'first-run.button': '开放登记册',
}
