export const limits = {
  'limits.title': '来自此处的请求过多',
  'limits.text':
    '来自您所在网络或您账户的请求过于频繁，本登记册无法及时答复。此次请求没有改变任何内容：您填写的内容仍在上一页。',
  'limits.wait': '{n, plural, other {请在 # 分钟后继续。}}',
}
