/** Something is wrong with how the command was called: its exit code is 2. */
export class UsageError extends Error {}
