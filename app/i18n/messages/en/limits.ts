export const limits = {
  'limits.title': 'There were too many requests from here',
  'limits.text':
    'Requests from your network, or of your account, came faster than this register answers them. Nothing was changed by this one: what you typed is still on the page before.',
  'limits.wait':
    '{n, plural, one {You can go on in one minute.} other {You can go on in # minutes.}}',
}
