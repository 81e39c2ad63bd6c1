// Where one arrives after signing in without having asked for a page: the one place that says so.

export const LANDING = '/mes-cantines'
/** The same for whoever arrives for the first time: that page says welcome and what comes next. */
export const WELCOME = `${LANDING}?bienvenue`

/** Where to go on: a person whose mailbox has just been proved for the first time is welcomed, unless they were going elsewhere. */
export const arrival = (suite: string, firstTime: boolean) => (firstTime && suite === LANDING ? WELCOME : suite)
