/** Why a tool gives no result, in a sentence for who called it. */
export class ToolError extends Error {
  readonly code: ToolErrorCode;

  constructor(code: ToolErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * - `INVALID_ARGUMENTS`: the call says nothing that can be done
 * - `ACCESS_DENIED`: the server may not read that file or address
 * - `NOT_FOUND`: there is no such file
 * - `FETCH_FAILED`: the address has not answered with a page
 */
export type ToolErrorCode = 'INVALID_ARGUMENTS' | 'ACCESS_DENIED' | 'NOT_FOUND' | 'FETCH_FAILED';
