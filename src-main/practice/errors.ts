/** The documented pairs of status and code (page errors). There are no others. */
const statusByCode = {
  invalid_request: 400,
  invalid_api_key: 401,
  forbidden: 403,
  insufficient_scope: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  internal_error: 500,
} as const;

export type ApiErrorCode = keyof typeof statusByCode;

/** The HTTP status that belongs to a code. */
export function statusOf(code: ApiErrorCode): number {
  return statusByCode[code];
}

/** Names what was wrong with the request: `field` is a dotted path or a header's name (page errors). */
export type ApiErrorDetails = { field: string; issue: string };

/** A refusal that the client is meant to see. `headers` are sent with it, for example `Retry-After`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly details: ApiErrorDetails | undefined;
  readonly headers: Record<string, string>;

  constructor(
    code: ApiErrorCode,
    message: string,
    extra: { details?: ApiErrorDetails; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = statusByCode[code];
    this.details = extra.details;
    this.headers = extra.headers ?? {};
  }
}

/** A 400 that names one field. */
export function invalidRequest(field: string, issue: string): ApiError {
  return new ApiError('invalid_request', `The request is invalid: ${field}: ${issue}`, { details: { field, issue } });
}

/** Turns anything thrown into an ApiError. A defect of the server shows nothing of itself. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  // Assumed: what the HTTP layer refuses (broken JSON, a strange content type, a body that is too large) is a plain
  // 400, because the errors page lists neither 413 nor 415.
  const status = thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 500;
  if (status >= 400 && status < 500) return invalidRequest('request', (thrown as Error).message);
  return new ApiError('internal_error', 'Something went wrong on our side.');
}

/** The body of an error answer. */
export function toErrorBody(error: ApiError, requestId: string) {
  return {
    error: {
      code: error.code,
      message: error.message,
      requestId,
      ...(error.details !== undefined && { details: error.details }),
    },
  };
}
