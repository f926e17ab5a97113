import type { Translation } from '../en.ts'

export const passkeys: Translation = {
  'passkeys.title': '通行密钥',
  'passkeys.lead':
    '使用指纹、面容或解锁设备的密码登录。通行密钥只用于本登记册，无法被猜出，也不会被误交给他人。',
  'passkeys.count': '{n, plural, =0 {尚无} other {# 个通行密钥}}',
  'passkeys.none': '您还没有通行密钥。',
  'passkeys.name': '通行密钥的名称',
  'passkeys.name.hint': '便于您辨认，例如它所在的设备。',
  'passkeys.where': '所在位置',
  'passkeys.synced': '在您的设备之间同步',
  'passkeys.one-device': '仅在一台设备上',
  'passkeys.made': '创建时间',
  'passkeys.used': '上次使用',
  'passkeys.never': '从未使用',
  'passkeys.action': '更改',
  'passkeys.add': '添加通行密钥',
  'passkeys.rename': '重命名',
  'passkeys.rename.title': '重命名 {name}',
  'passkeys.remove': '移除',
  'passkeys.prove': '确认您的身份',
  'passkeys.prove.text': '要添加或移除通行密钥，请再次确认您的身份。',
  'passkeys.without-script': '添加通行密钥需要 JavaScript，而此处已关闭。您的密码无需它也能使用。',
  'passkeys.use': '使用通行密钥',
  'passkeys.sign-in': '使用通行密钥登录',
  'passkeys.sign-in.without-script':
    '使用通行密钥登录需要 JavaScript，而此处已关闭。您的密码无需它也能使用。',
  'passkeys.waiting': '请按浏览器或设备的提示操作。',
  'passkeys.cancelled.create': '未创建通行密钥：操作已取消或用时过长。准备好后请重试。',
  'passkeys.cancelled.get':
    '未使用通行密钥：操作已取消、用时过长，或此设备没有本登记册的通行密钥。请重试，或使用密码。',
  'passkeys.unsupported': '此浏览器或设备不支持这样使用通行密钥。请使用密码或另一台设备。',
  'passkeys.failed': '操作未成功。请重试，或使用密码。',
  'passkeys.done.add': '通行密钥已添加。今后您可以用它登录。',
  'passkeys.done.rename': '通行密钥已有新名称。',
  'passkeys.done.remove': '通行密钥已移除，不能再打开您的账户。',
  'code.passkey-refused': '此通行密钥无法打开这里的任何账户。请换一个，或使用密码',
  'code.passkey-over': '时间过长，或重复发送。请重新使用通行密钥',
  'code.passkey-copied': '此通行密钥被拒绝：它似乎已被复制。请使用密码登录，然后将其移除',
  'code.passkey-known': '此设备已有您账户的通行密钥',
  'code.passkey-missing': '此通行密钥已不存在',
  'code.too-many-passkeys': '最多可有 20 个通行密钥，请先移除一个再添加',
  'code.last-factor': '请先添加另一个通行密钥或身份验证应用：您的角色需要第二重验证',
  'mail.account.passkey-added.subject': '您的账户添加了一个通行密钥',
  'mail.account.passkey-added.text':
    '{at}，您在登记册的账户添加了一个通行密钥，凭它无需密码即可登录。如非您本人操作，请立即移除该密钥、更改密码并联系秘书处。其名称为：',
  'mail.account.passkey-removed.subject': '您的账户移除了一个通行密钥',
  'mail.account.passkey-removed.text':
    '{at}，您在登记册的账户移除了一个通行密钥，它不再能登录。如非您本人操作，请立即更改密码并联系秘书处。其名称为：',
  'mail.account.passkey-copied.subject': '您的一个通行密钥被拒绝',
  'mail.account.passkey-copied.text':
    '{at}，有人试图使用您的一个似乎已被复制的通行密钥登录登记册。无人进入。请移除该通行密钥并创建新的：',
}
