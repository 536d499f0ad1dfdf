/** An error with a code for programs. */
export function coded<Code extends string>(code: Code, message: string): Error & { readonly code: Code } {
  return Object.assign(new Error(message), { code });
}
