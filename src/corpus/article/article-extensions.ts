/** The extensions of the files that are read as articles, in lower case. */
export const articleExtensions: readonly string[] = ['.txt', '.text', '.md', '.mdx', '.markdown', '.html', '.htm']
