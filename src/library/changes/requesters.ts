/** Who asks for a reindex where no moderator does, for people to read. */
export const theConsole = 'the console'
export const aStart = 'a starting program'
