/** What to tell of a change whose body names what is to change, but not how. */
export const nothingAsked = (body: object): string[] =>
  Object.keys(body).some((field) => field !== 'id') ? [] : ['No field was given, so nothing was changed.'];
