/** Signing up, signing in, one's own account. */
export const account = {
  'sign-in.title': 'Sign in',
  'sign-in.email': 'E-mail address',
  'sign-in.password': 'Password',
  'sign-in.button': 'Sign in',
  'sign-in.made':
    'If this address is new here, the account has been made. Sign in with the password you chose.',
  'sign-in.signed-out': 'You were signed out. What you typed is kept: sign in and go on.',
  'sign-in.no-account': 'No account yet?',
  'sign-in.sign-up': 'Make an account',
  'sign-in.demonstration.title': 'This is a demonstration',
  'sign-in.demonstration.text':
    'Everybody here is invented. Sign in as any of them with the password “demonstration”.',
  'sign-in.continue.title': 'You are signed in again',
  'sign-in.continue.text': 'What you typed has been kept and has not been sent yet.',
  'sign-in.continue.button': 'Continue where you left off',

  'sign-up.title': 'Make an account',
  'sign-up.lead':
    'An account belongs to one person. With it you can register your organisation, or join one that has invited you.',
  'sign-up.name': 'Your name',
  'sign-up.name.hint': 'Colleagues and coordinators see it. The public never does.',
  'sign-up.email': 'E-mail address',
  'sign-up.email.hint': 'The one you use at work.',
  'sign-up.password': 'Password',
  'sign-up.password.hint': 'At least {n, number} characters. Several words make a good one.',
  'sign-up.button': 'Make the account',
  'sign-up.have-account': 'You have an account already?',

  'first-run.title': 'Open this register',
  'first-run.lead':
    'The first account is the administrator’s: it opens declarations and appoints coordinators.',
  'first-run.button': 'Open the register',
} as const
