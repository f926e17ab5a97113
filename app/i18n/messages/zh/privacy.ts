import type { Translation } from '../en.ts'

export const privacy: Translation = {
  'nav.privacy': '隐私',
  'nav.security': '安全',

  'privacy.title': '个人及其数据',
  'privacy.lead':
    '本登记册保存哪些个人数据、为何保存、保存多久、谁能看到。仅阅读者不留下任何数据。',
  'privacy.reading': '如果您只是阅读',
  'privacy.reading.text':
    '任何页面都不要求登录，不设置 Cookie，不运行脚本。服务器对每次请求只记下时间、页面和应答，不记来源。网络地址在内存中最多保留一小时，用于防止滥用。',
  'privacy.account': '如果您有账户',
  'privacy.account.text':
    '只有一个 Cookie 维持您的会话；退出登录或关闭浏览器后即消失。运行本登记册的秘书处对所保存的数据负责：',
  'privacy.what': '内容',
  'privacy.why': '原因',
  'privacy.long': '期限',
  'privacy.who': '谁能看到',
  'privacy.kept.account': '您的姓名、电子邮件地址和语言；密码只保存哈希',
  'privacy.kept.account.why': '供您登录并与您联系',
  'privacy.kept.account.long': '直到您删除账户',
  'privacy.kept.account.who': '您、本机构同事、协调员和管理员',
  'privacy.kept.sessions': '您的登录位置：网络地址和浏览器',
  'privacy.kept.sessions.why': '便于您发现并结束不属于您的会话',
  'privacy.kept.sessions.long': '最多 12 小时',
  'privacy.kept.sessions.who': '您',
  'privacy.kept.sign-ins': '对您账户的登录和登录尝试，含网络地址',
  'privacy.kept.sign-ins.why': '发现并调查入侵',
  'privacy.kept.sign-ins.long': '{n, plural, other {# 个月}}',
  'privacy.kept.sign-ins.who': '您和管理员',
  'privacy.kept.acts': '您在此做了什么、何时做的',
  'privacy.kept.acts.why': '使登记册能够对自身作出交代',
  'privacy.kept.acts.long': '永久；网络地址为{n, plural, other {# 个月}}',
  'privacy.kept.acts.who': '所有人都能看到机构和角色；只有管理员知道是谁',
  'privacy.kept.refused': '您尝试过而被拒绝的操作',
  'privacy.kept.refused.why': '发现攻击',
  'privacy.kept.refused.long': '{n, plural, other {# 个月}}',
  'privacy.kept.refused.who': '管理员',
  'privacy.kept.letters': '发给您的信件',
  'privacy.kept.letters.why': '查明信件为何未送达',
  'privacy.kept.letters.long':
    '正文保存至发出后 {days, plural, other {# 天}}；发信记录保存{months, plural, other {# 个月}}',
  'privacy.kept.letters.who': '管理员',
  'privacy.kept.links': '邀请以及用于确认或重置的链接',
  'privacy.kept.links.why': '使每个链接只能使用一次',
  'privacy.kept.links.long': '使用或失效后 {n, plural, other {# 天}}',
  'privacy.kept.links.who': '发出者和管理员',
  'privacy.log': '公开日志永久保留',
  'privacy.log.text':
    '每项公开行动都是日志中的一个条目，而日志只增不减。条目写明机构和角色，从不写明个人。如果条目可以取走，就没有人能核实是否有条目被取走。',
  'privacy.log.redaction':
    '本不应公开的文字，例如报告中的人名，可以撤下：由两名协调员决定，文字在各处一并删除，并有说明指出缺少了内容及其原因。',
  'privacy.rights': '您的权利',
  'privacy.rights.text':
    '您可以查看并带走有关您的全部数据，更正您的信息，并删除账户：<linkData>您的数据</linkData>。您代表机构所做的事仍以该机构的名义和您的角色保留。其他事项请致函秘书处。',

  'security.title': '报告安全漏洞',
  'security.lead': '如果您发现可以进入不该进入之处，或能让登记册说出不实之事，请先告诉我们。',
  'security.report': '如何报告',
  'security.report.text':
    '请联系 <linkContact>{contact}</linkContact>：漏洞在哪里、如何重现、会造成什么后果。可以使用英文。程序可在 <linkFile>security.txt</linkFile> 中找到相同信息。',
  'security.report.none': '本登记册的运行者尚未指定报告地址。请致函秘书处。',
  'security.report.demonstration': '这是单机上的演示：这里无人阅读报告，一切内容均为虚构。',
  'security.promise': '您可以期待什么',
  'security.promise.text':
    '五个工作日内得到答复，获知后续处理情况；如您愿意，我们会在致谢中写上您的名字。对遵守本页规定的善意研究，任何人都不会采取法律行动。',
  'security.ask': '我们请您做到',
  'security.ask.text':
    '使用您自己的账户。证实漏洞后即停止；不要读取、保存或更改他人的数据。不要使服务过载，不要欺骗他人，不要闯入场所。公布之前请给我们 90 天。',
  'security.check': '您不必只听我们说',
  'security.check.text':
    '软件是开放的，日志也是：任何人都可以<linkLog>核实</linkLog>公开内容未被更改或删除。',

  'own-data.title': '您的数据',
  'own-data.lead': '本登记册保存的有关您的一切。<linkPrivacy>原因和期限</linkPrivacy>',
  'own-data.link': '带走数据或删除账户',
  'own-data.export': '带走数据',
  'own-data.export.text':
    '一个文件（JSON），包含您的账户、成员身份、会话、登录、行动、信件和邀请。',
  'own-data.export.button': '下载您的数据',
  'own-data.erase': '删除账户',
  'own-data.erase.text':
    '您的姓名、地址、密码和第二验证因素将被永久删除，您将在各处退出登录，成员身份随之终止。您代表机构所做的事仍以该机构的名义和您的角色保留在登记册中。',
  'own-data.erase.word': '请输入“{word}”以确认',
  'own-data.erase.the-word': '删除',
  'own-data.erase.button': '删除账户',
  'own-data.erase.last-focal-point': '您是{organisation}唯一的联络人。请先让一位同事成为联络人。',
  'own-data.erase.last-administrator': '您是唯一的管理员。请先让另一人成为管理员。',
  'own-data.erased.title': '您的账户已删除',
  'own-data.erased.text':
    '您已在各处退出登录。该地址可用于新账户。您代表机构所做的事予以保留，但不含您的姓名。',

  'mail.disable.subject': '您的账户已关闭',
  'mail.disable.you': '登记册管理员已关闭您的账户，您已在各处退出登录。所述理由：',
  'mail.enable.subject': '您的账户已重新开放',
  'mail.enable.you': '登记册管理员已重新开放您的账户。您可以照常登录。所述理由：',
  'mail.propose-administrator.subject': '有人被提名为管理员',
  'mail.propose-administrator.other':
    '{name}被提名为登记册管理员，须由第二名管理员同意：您可在人员列表中找到该提名。所述理由：',
  'mail.drop-proposal.subject': '被提名的管理员未获任命',
  'mail.drop-proposal.other': '{name}不再被提名为登记册管理员。所述理由：',
  'mail.make-administrator.subject': '登记册有了一名新管理员',
  'mail.make-administrator.you': '您现在是登记册管理员。请重新登录。所述理由：',
  'mail.make-administrator.other':
    '{name}现在是登记册管理员。如果这出乎您的意料，请立即查看行动记录。所述理由：',
  'mail.end-administrator.subject': '登记册减少了一名管理员',
  'mail.end-administrator.you': '您不再是登记册管理员。所述理由：',
  'mail.end-administrator.other':
    '{name}不再是登记册管理员。如果这出乎您的意料，请立即查看行动记录。所述理由：',
}
