/** Makes a thread of a browser. Bundlers find the script by its address here. */
export const newThread = () => new Worker(new URL('./thread.mjs', import.meta.url), { type: 'module', name: 'tidemark' });
