/** What is wrong with a call that takes nothing can only be that it is given something. */
export const takesNothing = { INVALID: 'Leave the query string out: this call takes no parameters.' };

export const pagesOnly = {
  INVALID: 'Parameters: limit (1 to 200) and offset (0 or more); both may be left out.',
};
