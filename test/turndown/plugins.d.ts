// The plugins have no types of their own.
declare module 'turndown-plugin-gfm' {
  type Plugin = import('tidemark/turndown').Plugin;
  export const gfm: Plugin;
  export const strikethrough: Plugin;
  export const tables: Plugin;
  export const taskListItems: Plugin;
}

declare module '@joplin/turndown-plugin-gfm' {
  export const gfm: import('tidemark/turndown').Plugin;
}
